package dev.earshot.net;

import java.util.List;

/** The kinds of notes of a relay; in brackets their arguments. */
public enum RelayNote implements NoteKind {
    /** The peer is the server to which the relay has connected a client (the client's address). */
    RELAYED(NoteSeverity.INFO, NoteArgument.ADDRESS),
    /** Both conversations are ended, because the set number of bytes has been relayed from the peer (how many). */
    CUT_AFTER(NoteSeverity.INFO, NoteArgument.COUNT),
    /** The relay has its greatest number of clients and refuses this one and later ones (how many). */
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
