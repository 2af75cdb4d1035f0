// The texts of a page whose contrast to what is below them is under 4.5:1 (WCAG
// 2.2, success criterion 1.4.3), and how many were looked at. The whole page is in
// the window, so that every point of it can be asked for what is there.
(() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  canvas.canvas.width = canvas.canvas.height = 1;
  function colour(text) { // as red, green, blue from 0 to 255, and opacity from 0 to 1
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = "#000";
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    const c = canvas.getImageData(0, 0, 1, 1).data;
    return [c[0], c[1], c[2], c[3] / 255];
  }
  function luminance([r, g, b]) {
    const linear = x => (x /= 255) <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  }
  const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  function ratio(a, b) {
    const x = luminance(a), y = luminance(b);
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  }
  // ground is the colour below an element at a point: boxes of the page, and shapes
  // of a chart.
  function ground(element, x, y) {
    const stack = document.elementsFromPoint(x, y).filter(e => e.tagName !== "text");
    let c = [255, 255, 255, 1];
    for (const e of stack.reverse()) {
      const style = getComputedStyle(e), svg = e instanceof SVGGraphicsElement && e.tagName !== "svg" && e.tagName !== "g";
      const paint = svg ? style.fill : style.backgroundColor;
      if (paint && paint !== "none" && !paint.startsWith("url(")) {
        const p = colour(paint);
        if (svg) {
          p[3] *= style.fillOpacity;
        }
        c = over(p, c);
      }
    }
    return c;
  }
  const found = [];
  let looked = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("script, style, title, desc, option, .unseen, .skip:not(:focus)") || !element.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})) {
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    const style = getComputedStyle(element), ink = element instanceof SVGElement ? style.fill : style.color, text = colour(ink);
    for (const box of range.getClientRects()) {
      for (const x of [box.left + 1, box.right - 1]) {
        const y = (box.top + box.bottom) / 2;
        if (!document.elementsFromPoint(x, y).includes(element)) {
          continue; // scrolled out of its own frame
        }
        const below = ground(element, x, y), r = ratio(over(text, below), below);
        looked++;
        if (r < 4.5) {
          found.push(`${r.toFixed(2)}:1 of ${ink} on ${below.slice(0, 3)}: ${node.data.trim().slice(0, 60)}`);
        }
      }
    }
  }
  return {looked, found: [...new Set(found)]};
})()
