package dev.earshot.net;

import java.util.List;

/** The kinds of notes of the limits that protect a server; in brackets their arguments. */
public enum LimitNote implements NoteKind {
    /** A client was refused, because the set number of them is connected (its address, the number). */
    MANY_CLIENTS(NoteSeverity.WARNING, NoteArgument.ADDRESS, NoteArgument.COUNT),
    /** No more clients are refused for that reason (how many were). */
    MANY_CLIENTS_END(NoteSeverity.INFO, NoteArgument.COUNT),
    /** A client was refused, because the process has no descriptors left but its reserve (its address). */
    FEW_DESCRIPTORS(NoteSeverity.ERROR, NoteArgument.ADDRESS),
    /** No more clients are refused for that reason (how many were). */
    FEW_DESCRIPTORS_END(NoteSeverity.INFO, NoteArgument.COUNT),
    /** A client was refused, because the set number of its address is connected (its address, the number). */
    MANY_OF_ADDRESS(NoteSeverity.WARNING, NoteArgument.ADDRESS, NoteArgument.COUNT),
    /** No more clients are refused for that reason (how many were). */
    MANY_OF_ADDRESS_END(NoteSeverity.INFO, NoteArgument.COUNT),
    /** A client was refused, because the set number has come within the same second (its address, the number). */
    MANY_PER_SECOND(NoteSeverity.WARNING, NoteArgument.ADDRESS, NoteArgument.COUNT),
    /** No more clients are refused for that reason (how many were). */
    MANY_PER_SECOND_END(NoteSeverity.INFO, NoteArgument.COUNT),
    /** A client was refused, because its address may not connect (its address). */
    NOT_ALLOWED(NoteSeverity.WARNING, NoteArgument.ADDRESS),
    /** No more clients are refused for that reason (how many were). */
    NOT_ALLOWED_END(NoteSeverity.INFO, NoteArgument.COUNT),
    /** The client is disconnected, because nothing was sent or received for the set time (seconds, how many so far). */
    IDLE_CLIENT(NoteSeverity.WARNING, NoteArgument.SECONDS, NoteArgument.COUNT),
    /** The client is disconnected, because it has sent nothing in the set time (seconds, how many so far). */
    NO_FIRST_BYTE(NoteSeverity.WARNING, NoteArgument.SECONDS, NoteArgument.COUNT),
    /** The client is reset, because more waits to be sent to it than is set (bytes, how many so far). */
    MUCH_UNSENT(NoteSeverity.WARNING, NoteArgument.SIZE, NoteArgument.COUNT),
    /** The client is reset, because it has read nothing for the set time (seconds, how many so far). */
    WRITE_DEADLINE(NoteSeverity.WARNING, NoteArgument.SECONDS, NoteArgument.COUNT);

    private final NoteSeverity severity;
    private final List<NoteArgument> arguments;

    LimitNote(NoteSeverity severity, NoteArgument... arguments) {
        this.severity = severity;
        this.arguments = List.of(arguments);
    }

    /** Whether a client that exceeds this limit does not read, so that it would not see a FIN. */
    boolean isDeaf() {
        return this == MUCH_UNSENT || this == WRITE_DEADLINE;
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
