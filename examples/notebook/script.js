// Tables sort by their headers, and those of several years get a picker. Without
// this script a table shows its rows in the order of the page: those of all years, or
// of the year that it says is picked.
(() => {
  "use strict";
  const words = document.querySelector("main").dataset;
  const collator = new Intl.Collator(document.documentElement.lang, {numeric: true});

  // compare holds two cells of a column against each other: numbers by value,
  // text as the language has it; what is not known comes last, up or down.
  function compare(a, b, numbers, sign) {
    const key = cell => numbers ? cell.dataset.v : cell.classList.contains("unknown") ? "" : cell.textContent;
    const x = key(a), y = key(b);
    if (!x || !y) {
      return (x ? 0 : 1) - (y ? 0 : 1);
    }
    return sign * (numbers ? x - y : collator.compare(x, y));
  }

  // sortable puts a button into every header: numbers from the largest down, text
  // from A up; a second press turns the order round, a third restores the page's.
  function sortable(table) {
    const body = table.tBodies[0], rows = [...body.rows], heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const numbers = rows.some(row => "v" in row.cells[column].dataset);
      const orders = numbers ? ["descending", "ascending"] : ["ascending", "descending"];
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const order = orders[orders.indexOf(head.getAttribute("aria-sort")) + 1];
        heads.forEach(other => other.removeAttribute("aria-sort"));
        let sorted = rows;
        if (order) {
          head.setAttribute("aria-sort", order);
          const sign = order === "ascending" ? 1 : -1;
          sorted = [...rows].sort((a, b) => compare(a.cells[column], b.cells[column], numbers, sign));
        }
        body.append(...sorted);
      });
    });
    const hint = document.createElement("span");
    hint.className = "unseen";
    hint.textContent = " (" + words.sorts + ")";
    table.caption?.append(hint);
  }

  // pickable puts a list of years above a table: rows, total and caption of one year
  // or, where a table shows them all to begin with, of all years.
  function pickable(table) {
    const parts = table.querySelectorAll("caption [data-year], tbody tr, tfoot tr"), picked = table.dataset.picked ?? "";
    const label = document.createElement("label"), select = document.createElement("select");
    const add = (text, value) => select.add(new Option(text, value));
    if (!picked) {
      add(words.all, "");
    }
    table.dataset.years.split(" ").forEach(year => add(year, year));
    select.value = picked;
    select.addEventListener("change", () => parts.forEach(part => {
      part.hidden = select.value !== "" && part.dataset.year !== select.value;
    }));
    label.className = "pick";
    label.append(words.year + " ", select);
    table.parentElement.before(label);
  }

  for (const table of document.querySelectorAll("table")) {
    if (table.tBodies[0].rows.length > 1) {
      sortable(table);
    }
    if (table.dataset.years) {
      pickable(table);
    }
  }
})();
