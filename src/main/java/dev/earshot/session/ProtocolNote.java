package dev.earshot.session;

import dev.earshot.codec.Protocol;
import dev.earshot.net.NoteArgument;
import dev.earshot.net.NoteKind;
import dev.earshot.net.NoteSeverity;
import java.util.List;

/**
 * The kinds of notes about peers that begin with a well-known protocol, which probably was not meant for this port. The
 * argument names a detail, such as the HTTP request.
 */
enum ProtocolNote implements NoteKind {
    LOOKS_TLS(Protocol.TLS),
    /** A relay forwards what it cannot read. */
    RELAYED_ENCRYPTED(null),
    LOOKS_PROXIED(Protocol.PROXY),
    LOOKS_HTTP(Protocol.HTTP),
    LOOKS_HTTP_TWO(Protocol.HTTP2),
    LOOKS_SSH(Protocol.SSH),
    LOOKS_TELNET(Protocol.TELNET),
    LOOKS_RDP(Protocol.RDP),
    LOOKS_SMB(Protocol.SMB),
    LOOKS_MQTT(Protocol.MQTT),
    WANTS_TLS(Protocol.TLS_ALERT);

    private final Protocol protocol;

    /** @param protocol the protocol that this note is about, or null if several have it */
    ProtocolNote(Protocol protocol) {
        this.protocol = protocol;
    }

    /**
     * Returns the kind of note about a peer of a relay that has connected, or null if there is nothing to say: what a relay
     * forwards is meant for its target.
     */
    static ProtocolNote ofRelayed(Protocol protocol) {
        return switch (protocol) {
            case TLS, SSH -> RELAYED_ENCRYPTED;
            case PROXY -> LOOKS_PROXIED;
            default -> null;
        };
    }

    /** Returns the kind of note about this protocol. */
    static ProtocolNote of(Protocol protocol) {
        for (ProtocolNote kind : values()) {
            if (kind.protocol == protocol) {
                return kind;
            }
        }
        throw new AssertionError("no note about " + protocol);
    }

    @Override
    public NoteSeverity severity() {
        return NoteSeverity.INFO;
    }

    @Override
    public List<NoteArgument> arguments() {
        return List.of(NoteArgument.TEXT);
    }
}
