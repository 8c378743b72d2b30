package dev.earshot.packets;

import dev.earshot.net.NoteArgument;
import dev.earshot.net.NoteKind;
import dev.earshot.net.NoteSeverity;
import java.util.List;

/**
 * The kinds of notes about what a capture of another program lacks, or has that is not shown; in brackets their
 * arguments.
 */
public enum PacketNote implements NoteKind {
    /** Packets are not shown because they are neither TCP nor UDP over IP (how many). */
    OTHER_PACKETS(NoteSeverity.INFO, NoteArgument.COUNT),
    /** Packets are not shown because their link type is unknown (how many, the number of the link type). */
    OTHER_LINK_TYPE(NoteSeverity.WARNING, NoteArgument.COUNT, NoteArgument.COUNT),
    /** Packets are not shown because their headers are damaged or were not captured (how many). */
    BROKEN_PACKETS(NoteSeverity.WARNING, NoteArgument.COUNT),
    /** Fragments of IP packets are not shown because their other fragments are missing (how many). */
    LOST_FRAGMENTS(NoteSeverity.WARNING, NoteArgument.COUNT),
    /** A file of the capture has no packets (its name). */
    NO_PACKETS(NoteSeverity.INFO, NoteArgument.TEXT),
    /** A file of the capture ends in the middle of a packet (its name). */
    FILE_CUT_OFF(NoteSeverity.ERROR, NoteArgument.TEXT),
    /** A file of the capture is damaged, and the rest of it is not shown (its name, after how many bytes). */
    FILE_DAMAGED(NoteSeverity.ERROR, NoteArgument.TEXT, NoteArgument.COUNT),
    /** A file among those of one capture is none that can be read (its name). */
    FILE_UNREADABLE(NoteSeverity.ERROR, NoteArgument.TEXT),
    /** A packet that somebody has commented has no row, so that this one has its comment (its number). */
    COMMENTED_PACKET(NoteSeverity.INFO, NoteArgument.COUNT);

    private final NoteSeverity severity;
    private final List<NoteArgument> arguments;

    PacketNote(NoteSeverity severity, NoteArgument... arguments) {
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
