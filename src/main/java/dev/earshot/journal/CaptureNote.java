package dev.earshot.journal;

import dev.earshot.net.NoteArgument;
import dev.earshot.net.NoteKind;
import dev.earshot.net.NoteKinds;
import dev.earshot.net.NoteSeverity;
import dev.earshot.net.RelayNote;
import dev.earshot.net.TcpNote;
import dev.earshot.net.udp.UdpNote;
import java.util.List;

/** The kinds of notes that the journal makes about the capture; their arguments are in brackets. */
public enum CaptureNote implements NoteKind {
    /** The peer's text is read in another encoding from now on, earlier rows too (its name). */
    ENCODING(NoteSeverity.INFO, NoteArgument.TEXT),
    /** The peer's text looks like a Western encoding, and is read in it, earlier rows too (its name). */
    ENCODING_GUESS(NoteSeverity.INFO, NoteArgument.TEXT),
    /** The computer's clock was set (by how many milliseconds). */
    CLOCK_SET(NoteSeverity.INFO, NoteArgument.COUNT),
    /** The capture cannot be written and goes on in memory (the system's words). */
    CAPTURE_FAILING(NoteSeverity.ERROR, NoteArgument.TEXT),
    /** The capture's folder or file was deleted (the folder). */
    CAPTURE_GONE(NoteSeverity.ERROR, NoteArgument.TEXT),
    /** The capture is written to files again, with everything that was in memory. */
    CAPTURE_RECOVERED(NoteSeverity.INFO),
    /** The capture is written to files again, but memory did not suffice (bytes of messages that were not kept). */
    NOT_KEPT(NoteSeverity.ERROR, NoteArgument.COUNT),
    /** The oldest part of the capture was removed (rows, bytes, until when, the limit in bytes). */
    OLDEST_REMOVED(NoteSeverity.INFO, NoteArgument.COUNT, NoteArgument.SIZE, NoteArgument.TIME, NoteArgument.SIZE),
    /**
     * Keeps what a person has noted about a row (the {@link RowPlace} that names it, the text). It makes no row of its
     * own.
     */
    ROW_NOTE(NoteSeverity.INFO, NoteArgument.TEXT, NoteArgument.TEXT),
    /** The capture of another program lacks bytes of one direction (0 of the client or 1 of the server, bytes). */
    GAP(NoteSeverity.WARNING, NoteArgument.COUNT, NoteArgument.COUNT),
    /** The capture of another program has only the beginning of a packet (0 or 1 as in GAP, bytes that it lacks). */
    PACKET_CUT(NoteSeverity.WARNING, NoteArgument.COUNT, NoteArgument.COUNT),
    /** The capture of another program begins in the middle of this conversation. */
    UNDER_WAY(NoteSeverity.INFO),
    /** The rest of the capture of another program is not shown, because the disk has no room (the folder). */
    NO_ROOM(NoteSeverity.ERROR, NoteArgument.TEXT),
    /** Stands for a row that was removed because the capture was at its limit. Never recorded. */
    REMOVED(NoteSeverity.INFO),
    /** Stands for a row that was not kept because the capture could not be written. Never recorded. */
    LOST(NoteSeverity.ERROR);

    /** The kinds of notes that the journal knows itself: its own, and those of the endpoints. */
    static final NoteKinds KNOWN =
            NoteKinds.of(TcpNote.values(), UdpNote.values(), RelayNote.values(), CaptureNote.values());

    private final NoteSeverity severity;
    private final List<NoteArgument> arguments;

    CaptureNote(NoteSeverity severity, NoteArgument... arguments) {
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
