package main

import (
	"io"
	"net"
	"net/url"
	"sync"
	"sync/atomic"
	"testing"
)

// A proxy stands between a driver and its server: it counts what goes to the client,
// cuts connections, and stops to pass anything on.
type proxy struct {
	returned atomic.Int64 // bytes to the client
	left     atomic.Int64 // bytes to the client until all connections are cut
	stalled  atomic.Bool  // nothing goes to the client

	listener net.Listener
	mu       sync.Mutex
	conns    []net.Conn
	copies   sync.WaitGroup
}

// never is more bytes than will be.
const never = 1 << 60

// through is a proxy before the server of a DSN, and the DSN that leads there.
func through(t *testing.T, dsn string) (*proxy, string) {
	t.Helper()
	address, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	server := address.Host
	p := &proxy{}
	p.left.Store(never)
	if p.listener, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		t.Fatal(err)
	}
	address.Host = p.listener.Addr().String()
	p.copies.Go(func() {
		for {
			client, err := p.listener.Accept()
			if err != nil {
				return
			}
			upstream, err := net.Dial("tcp", server)
			if err != nil {
				client.Close()
				continue
			}
			p.mu.Lock()
			p.conns = append(p.conns, client, upstream)
			p.mu.Unlock()
			p.copies.Go(func() {
				io.Copy(upstream, client)
				upstream.Close()
			})
			p.copies.Go(func() {
				p.back(client, upstream)
				client.Close()
			})
		}
	})
	t.Cleanup(p.stop)
	return p, address.String()
}

// back passes on what the server says.
func (p *proxy) back(client, server net.Conn) {
	part := make([]byte, 16<<10)
	for {
		n, err := server.Read(part)
		if err != nil {
			return
		}
		if p.stalled.Load() {
			continue
		}
		left := p.left.Add(-int64(n))
		if left < 0 {
			n = max(n+int(left), 0)
		}
		written, err := client.Write(part[:n])
		p.returned.Add(int64(written))
		if left < 0 {
			p.cut()
			return
		}
		if err != nil {
			return
		}
	}
}

// cut ends all connections; new ones can be made.
func (p *proxy) cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range p.conns {
		c.Close()
	}
	p.conns = nil
}

// stop ends all connections, and there will be no others.
func (p *proxy) stop() {
	p.listener.Close()
	p.cut()
	p.copies.Wait()
}
