package dev.earshot.net.udp;

import dev.earshot.net.NoteArgument;
import dev.earshot.net.NoteKind;
import dev.earshot.net.NoteSeverity;
import java.util.List;

/** The kinds of notes of UDP endpoints; in brackets their arguments. */
public enum UdpNote implements NoteKind {
    /** ICMP says that nothing receives on the peer's port. Reported once. */
    UNREACHABLE(NoteSeverity.INFO),
    /** The system did not take a datagram (its length, the system's words). */
    NOT_SENT(NoteSeverity.INFO, NoteArgument.COUNT, NoteArgument.TEXT),
    /** A datagram was too long to be sent (its length, the greatest length). */
    TOO_LONG(NoteSeverity.INFO, NoteArgument.COUNT, NoteArgument.COUNT),
    /** The system has dropped datagrams that came faster than they were received (how many). */
    DROPPED(NoteSeverity.INFO, NoteArgument.COUNT),
    /** The system reports an error when receiving (its words). Reported once until receiving works again. */
    RECEIVE_FAILING(NoteSeverity.INFO, NoteArgument.TEXT),
    /** Datagrams to a multicast group are received from now on (the group, the interface's name). */
    GROUP_JOINED(NoteSeverity.INFO, NoteArgument.ADDRESS, NoteArgument.TEXT),
    /** Datagrams to a multicast group are no longer received (the group, the interface's name). */
    GROUP_LEFT(NoteSeverity.INFO, NoteArgument.ADDRESS, NoteArgument.TEXT),
    /** The endpoint is open, but an option that was asked for with it could not be set (why). */
    SETTING_FAILED(NoteSeverity.INFO, NoteArgument.PROBLEM);

    private final NoteSeverity severity;
    private final List<NoteArgument> arguments;

    UdpNote(NoteSeverity severity, NoteArgument... arguments) {
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
