package dev.earshot.session.dissection;

import dev.earshot.codec.Problem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The protocol as which Wireshark reads a conversation.
 *
 * @param protocol its name in Wireshark, such as {@code mqtt}; empty if Wireshark decides
 */
public record DecodeAs(String protocol) {
    /** The protocols that are offered; any other can be typed. */
    public static final List<String> USUAL = List.of(
            "",
            "mbtcp",
            "mbrtu",
            "mqtt",
            "http",
            "websocket",
            "hl7",
            "iec60870_104",
            "dnp3",
            "opcua",
            "enip",
            "fix",
            "dns",
            "coap",
            "sip",
            "rtp",
            "stun",
            "tftp",
            "snmp",
            "syslog",
            "tls",
            "json",
            "xml",
            "data");

    private static final Pattern NAME = Pattern.compile("[a-z0-9._-]{1,60}");

    /**
     * Reads what somebody has typed.
     *
     * @throws Problem if it cannot be the name of a protocol
     */
    public static DecodeAs parse(String typed) throws Problem {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !NAME.matcher(name).matches() || name.startsWith("-")) {
            throw new Problem("problem.tshark.protocol", -1, typed.strip());
        }
        return new DecodeAs(name);
    }

    /** Returns the arguments that say so, for messages of this port. */
    List<String> arguments(boolean isUdp, int port) {
        if (protocol.isEmpty()) {
            return List.of();
        }
        String chosen = (isUdp ? "udp" : "tcp") + ".port==" + port + "," + protocol;
        // Without its port as a preference, this one does not tell requests from answers.
        return protocol.equals("mbtcp") && !isUdp
                ? List.of("-d", chosen, "-o", "mbtcp.tcp.port:" + port)
                : List.of("-d", chosen);
    }
}
