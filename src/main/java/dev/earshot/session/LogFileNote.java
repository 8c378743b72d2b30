package dev.earshot.session;

import dev.earshot.net.NoteArgument;
import dev.earshot.net.NoteKind;
import dev.earshot.net.NoteSeverity;
import java.util.List;

/** The kinds of notes about the log file of a session; in brackets their arguments. */
enum LogFileNote implements NoteKind {
    /** The file cannot be written, and is tried again (the file, the system's words). */
    LOG_FILE_FAILING(NoteSeverity.ERROR, NoteArgument.TEXT, NoteArgument.TEXT),
    /** The file is written again, with everything that came meanwhile (the file). */
    LOG_FILE_RECOVERED(NoteSeverity.INFO, NoteArgument.TEXT);

    private final NoteSeverity severity;
    private final List<NoteArgument> arguments;

    LogFileNote(NoteSeverity severity, NoteArgument... arguments) {
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
