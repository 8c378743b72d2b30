package dev.earshot.net;

import java.util.List;

/** The kinds of notes of TCP endpoints; in brackets their arguments. */
public enum TcpNote implements NoteKind {
    /** The system refuses further connections (its words). Reported once until a connection is accepted again. */
    ACCEPT_FAILING(NoteSeverity.ERROR, NoteArgument.TEXT),
    /** Connections are accepted again (how many attempts had failed). */
    ACCEPT_RECOVERED(NoteSeverity.INFO, NoteArgument.COUNT),
    /** A client was accepted and closed, because no thread could be started for it (its address). */
    CLIENT_REFUSED(NoteSeverity.ERROR, NoteArgument.ADDRESS),
    /** The peer has not read for some time (bytes waiting). */
    STALLED(NoteSeverity.WARNING, NoteArgument.COUNT),
    /** The peer reads again. */
    RESUMED(NoteSeverity.INFO),
    /** We have ended our direction (FIN) and still read. */
    FINISHED_HERE(NoteSeverity.INFO),
    /** A connection could not be made (why, seconds until the next attempt or 0 for none). */
    CONNECT_FAILED(NoteSeverity.ERROR, NoteArgument.PROBLEM, NoteArgument.SECONDS),
    /** The connection has ended and will be made again (seconds until then). */
    RECONNECTING(NoteSeverity.INFO, NoteArgument.SECONDS);

    private final NoteSeverity severity;
    private final List<NoteArgument> arguments;

    TcpNote(NoteSeverity severity, NoteArgument... arguments) {
        this.severity = severity;
        this.arguments = List.of(arguments);
    }

    @Override
    public NoteSeverity severity() {
        return severity;
    }

    @Override
    public List<NoteArgument> arguments() {
        return arguments;
    }
}
