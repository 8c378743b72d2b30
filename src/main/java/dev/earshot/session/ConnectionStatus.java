package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.Addresses;
import dev.earshot.net.Event;
import dev.earshot.net.TcpNote;
import dev.earshot.session.Status.State;
import java.util.concurrent.TimeUnit;

/**
 * Derives the status of an endpoint that connects to one peer from its events. For other kinds of endpoints it is simply
 * open or closed. Any thread.
 */
final class ConnectionStatus {
    private boolean connects; // whether the endpoint is of a kind that connects to one peer
    private String local = "";
    private boolean waiting;
    private Problem problem;
    private Event.Left ended;
    private long nextAttempt;

    /** Takes an event into account; returns whether the status has changed. */
    synchronized boolean on(Event event) {
        if (event instanceof Event.Opened opened) {
            connects = EndpointKinds.of(opened.kind()).hasOnePeer();
            // Port 0: the first attempt has failed, and the note about it comes next.
            waiting = connects && opened.local().getPort() == 0;
            local = connects && !waiting ? Addresses.text(opened.local()) : "";
            nextAttempt = System.nanoTime();
            return false;
        } else if (!connects) {
            return false;
        } else if (event instanceof Event.Joined joined) {
            local = Addresses.text(joined.peer().local());
            waiting = false;
            problem = null;
            ended = null;
            return true;
        } else if (event instanceof Event.Left left) {
            ended = left;
            return false; // the next event tells whether the endpoint reconnects or closes
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

    /** Returns the status of the open endpoint. */
    synchronized Status openStatus(String shown) {
        return waiting
                ? new Status(State.RECONNECTING, shown, problem, "", ended, nextAttempt)
                : new Status(State.OPEN, shown, null, local, null, 0);
    }

    /** Returns the status after the endpoint has closed itself. */
    synchronized Status closedStatus(String shown) {
        return new Status(State.CLOSED, shown, null, "", ended, 0);
    }
}
