package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.Addresses;
import dev.earshot.net.Event;
import dev.earshot.net.TcpNote;
import dev.earshot.session.Status.State;
import java.util.concurrent.TimeUnit;

/** Where the connection of a client stands, as its events tell; of another endpoint they tell nothing. Any thread. */
final class ConnectionStatus {
    private boolean client;
    private String local = "";
    private boolean waiting;
    private Problem problem;
    private Event.Left ended;
    private long nextAttempt;

    /** Returns whether it stands otherwise now. */
    synchronized boolean on(Event event) {
        if (event instanceof Event.Opened opened) {
            client = EndpointKinds.of(opened.kind()).hasOnePeer();
            // Port 0: the first attempt has failed, and the note about it comes next.
            waiting = client && opened.local().getPort() == 0;
            local = client && !waiting ? Addresses.text(opened.local()) : "";
            nextAttempt = System.nanoTime();
            return false;
        } else if (!client) {
            return false;
        } else if (event instanceof Event.Joined joined) {
            local = Addresses.text(joined.peer().local());
            waiting = false;
            problem = null;
            ended = null;
            return true;
        } else if (event instanceof Event.Left left) {
            ended = left;
            return false; // what follows from it is told next
        }
        return event instanceof Event.Note note && noted(note);
    }

    private boolean noted(Event.Note note) {
        if (note.kind() == TcpNote.CONNECT_FAILED) {
            problem = note.problem(0);
            tryAgainIn(note.number(1, 0));
        } else if (note.kind() == TcpNote.RECONNECTING) {
            tryAgainIn(note.number(0, 0));
        } else {
            return false;
        }
        return true;
    }

    private void tryAgainIn(long seconds) {
        waiting = true;
        nextAttempt = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    /** The status while the client is open, at this address. */
    synchronized Status openStatus(String shown) {
        return waiting
                ? new Status(State.RECONNECTING, shown, problem, "", ended, nextAttempt)
                : new Status(State.OPEN, shown, null, local, null, 0);
    }

    /** The status after the client has closed itself. */
    synchronized Status closedStatus(String shown) {
        return new Status(State.CLOSED, shown, null, "", ended, 0);
    }
}
