package dev.earshot.net;

import java.util.List;

/** The kinds of notes of the address that an endpoint was opened on; in brackets their arguments. */
public enum AddressNote implements NoteKind {
    /** The address that we listen on is none of this computer any more (the address). */
    ADDRESS_GONE(NoteSeverity.WARNING, NoteArgument.ADDRESS),
    /** The address that we listen on is one of this computer again (the address). */
    ADDRESS_BACK(NoteSeverity.INFO, NoteArgument.ADDRESS);

    private final NoteSeverity severity;
    private final List<NoteArgument> arguments;

    AddressNote(NoteSeverity severity, NoteArgument... arguments) {
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
