package dev.earshot.net;

import java.util.List;

/** Notes of a relay; in brackets their arguments. */
public enum RelayNote implements NoteKind {
    /** The peer is the server to which the relay has connected a client (the client's address). */
    RELAYED(NoteSeverity.INFO, NoteArgument.ADDRESS),
    /** So many bytes have been relayed from the peer that both conversations are ended (how many). */
    CUT_AFTER(NoteSeverity.INFO, NoteArgument.COUNT),
    /** The relay has so many clients that it refuses this one and others after it (how many). */
    RELAY_FULL(NoteSeverity.ERROR, NoteArgument.COUNT);

    private final NoteSeverity severity;
    private final List<NoteArgument> arguments;

    RelayNote(NoteSeverity severity, NoteArgument... arguments) {
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
