package main

import (
	"context"
	"strconv"
	"testing"
	"time"
)

// TestServerKilled: the process of PostgreSQL that computes is killed, which ends all of
// its sessions; the one that comes back answers as before.
func TestServerKilled(t *testing.T) {
	db := subject{database: opened(t, server(t, postgresVariable))}
	q, want := companiesIn(t, db)
	db.execute(t, "CHECKPOINT") // .ci/engines has it commit before it writes
	killer := opened(t, server(t, postgresVariable))
	done := make(chan struct{})
	t.Cleanup(func() { <-done })
	go func() {
		defer close(done)
		for t.Context().Err() == nil {
			var pid int
			if err := killer.QueryRowContext(t.Context(), "SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep'").Scan(&pid); err == nil {
				// The server ends this session too.
				killer.ExecContext(t.Context(), "COPY (SELECT 1) TO PROGRAM 'kill -KILL "+strconv.Itoa(pid)+"'")
				return
			}
			time.Sleep(10 * time.Millisecond)
		}
	}()
	t.Log("killed while it computes:", fails(t, t.Context(), db.database, slow(db, q)))
	ctx, stop := context.WithTimeout(t.Context(), 20*time.Second)
	defer stop()
	for db.PingContext(ctx) != nil { // until it has recovered
		select {
		case <-ctx.Done():
			t.Fatal("the server does not come back")
		case <-time.After(20 * time.Millisecond):
		}
	}
	answers(t, db.database, q, want)
}
