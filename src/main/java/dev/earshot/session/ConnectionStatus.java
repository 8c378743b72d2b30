package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.Event;
import dev.earshot.net.TcpNote;
import dev.earshot.net.TlsNote;
import dev.earshot.net.Transport;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.Status.State;
import dev.earshot.session.settings.EndpointKinds;
import dev.earshot.session.settings.TrustedCertificates;
import java.util.concurrent.TimeUnit;

/**
 * Derives the status of an endpoint that connects to one peer from its events. Other kinds of endpoints are simply open
 * or closed; a relay may have been shown a certificate that is not trusted. Any thread.
 */
final class ConnectionStatus {
    private boolean connects; // whether the endpoint is of a kind that connects to one peer
    private String local = "";
    private boolean waiting;
    private Problem problem;
    private Problem refused; // about a server's certificate, until a connection is encrypted
    private Event.Left ended;
    private long nextAttempt;

    /** Takes an event into account; returns whether the status has changed. */
    synchronized boolean on(Event event) {
        if (event instanceof Event.Opened opened) {
            connects = EndpointKinds.of(opened.kind()).hasOnePeer();
            // Port 0: the first attempt has failed, and the note about it comes next.
            waiting = connects && Addresses.port(opened.local()) == 0;
            local = connects && !waiting ? Addresses.text(opened.local()) : "";
            nextAttempt = System.nanoTime();
            return false;
        } else if (event instanceof Event.Note note) {
            boolean changed = notedAboutTls(note) && !waiting;
            return connects && noted(note) || changed;
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
        return false;
    }

    /** Keeps what was wrong with a certificate until one is accepted; returns whether that has changed. */
    private boolean notedAboutTls(Event.Note note) {
        Problem before = refused;
        boolean outgoing = note.peer() != null && note.peer().transport() == Transport.TCP_OUT;
        if (note.kind() == TlsNote.TLS_ESTABLISHED && outgoing) {
            refused = null;
        } else if (note.kind() == TlsNote.TLS_FAILED && outgoing || note.kind() == TcpNote.CONNECT_FAILED) {
            Problem why = note.problem(0);
            refused = TrustedCertificates.refused(why) == null ? refused : why;
        }
        return refused != before;
    }

    private boolean noted(Event.Note note) {
        if (note.kind() == TcpNote.CONNECT_FAILED) {
            problem = note.problem(0);
            tryAgainIn(note.number(1, 0));
        } else if (note.kind() == TlsNote.TLS_FAILED) {
            problem = note.problem(0);
            return false; // the conversation ends
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
                : new Status(State.OPEN, shown, refused, local, null, 0);
    }

    /** Returns the status after the endpoint has closed itself. It has failed if TLS, which was begun later, has. */
    synchronized Status closedStatus(String shown) {
        if (problem != null) {
            return new Status(State.FAILED, shown, problem);
        }
        return new Status(State.CLOSED, shown, null, "", ended, 0);
    }
}
