package dev.earshot.tftp;

import dev.earshot.net.NoteArgument;
import dev.earshot.net.NoteKind;
import dev.earshot.net.NoteSeverity;
import java.util.List;

/** The kinds of notes about the outcome of a file transfer; in brackets their arguments. */
public enum TftpNote implements NoteKind {
    /** A file has been fetched (bytes, how long it took, where it was saved, bytes a second). */
    FETCHED(NoteSeverity.INFO, NoteArgument.COUNT, NoteArgument.MILLIS, NoteArgument.TEXT, NoteArgument.SIZE),
    /** A file could not be fetched (its name on the server, why). */
    NOT_FETCHED(NoteSeverity.ERROR, NoteArgument.TEXT, NoteArgument.PROBLEM),
    /**
     * The fetched file is complete, but has another size than the server announced (bytes announced, bytes received).
     */
    SIZE_DIFFERS(NoteSeverity.WARNING, NoteArgument.COUNT, NoteArgument.COUNT),
    /** Fetching a file was cancelled (bytes that had come, its name on the server). */
    FETCH_CANCELLED(NoteSeverity.INFO, NoteArgument.COUNT, NoteArgument.TEXT);

    private final NoteSeverity severity;
    private final List<NoteArgument> arguments;

    TftpNote(NoteSeverity severity, NoteArgument... arguments) {
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
