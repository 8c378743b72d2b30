package dev.earshot.session;

import dev.earshot.codec.Protocol;
import dev.earshot.net.NoteArgument;
import dev.earshot.net.NoteKind;
import dev.earshot.net.NoteSeverity;
import java.util.List;

/**
 * The kinds of notes about peers that begin with a well-known protocol. It probably was not meant for this port. The
 * argument names a detail, such as the HTTP request.
 */
enum ProtocolNote implements NoteKind {
    LOOKS_TLS,
    LOOKS_PROXIED,
    LOOKS_HTTP,
    LOOKS_HTTP_TWO,
    LOOKS_SSH,
    LOOKS_TELNET,
    LOOKS_RDP,
    LOOKS_SMB,
    LOOKS_MQTT,
    /** A relay forwards what it cannot read. */
    RELAYED_ENCRYPTED,
    /** A server to which we have connected speaks SSH. */
    SERVER_SSH,
    /** A server to which we have connected negotiates options of telnet. */
    SERVER_TELNET,
    /** A server to which we have connected refuses what is no TLS. */
    WANTS_TLS;

    /** Returns the kind of note about a client that has connected. */
    static ProtocolNote ofClient(Protocol protocol) {
        return switch (protocol) {
            case TLS -> LOOKS_TLS;
            case PROXY -> LOOKS_PROXIED;
            case HTTP -> LOOKS_HTTP;
            case HTTP2 -> LOOKS_HTTP_TWO;
            case SSH -> LOOKS_SSH;
            case TELNET -> LOOKS_TELNET;
            case RDP -> LOOKS_RDP;
            case SMB -> LOOKS_SMB;
            case MQTT -> LOOKS_MQTT;
            case TLS_ALERT -> throw new AssertionError("only servers begin with an alert");
        };
    }

    /** Returns the kind of note about a server to which we have connected. */
    static ProtocolNote ofServer(Protocol protocol) {
        return switch (protocol) {
            case SSH -> SERVER_SSH;
            case TELNET -> SERVER_TELNET;
            case TLS_ALERT -> WANTS_TLS;
            default -> throw new AssertionError("no server begins with " + protocol);
        };
    }

    /**
     * Returns the kind of note about a client of a relay, or null if there is nothing to say. What a relay forwards is
     * meant for its target.
     */
    static ProtocolNote ofRelayed(Protocol protocol) {
        return switch (protocol) {
            case TLS, SSH -> RELAYED_ENCRYPTED;
            case PROXY -> LOOKS_PROXIED;
            default -> null;
        };
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
