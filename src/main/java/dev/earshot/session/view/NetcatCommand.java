package dev.earshot.session.view;

import dev.earshot.codec.SourceLiteral;
import dev.earshot.journal.Row;
import dev.earshot.net.Peer;
import dev.earshot.net.address.Addresses;
import java.net.SocketAddress;

/** Writes a shell command that sends a message again with netcat. */
final class NetcatCommand {
    private NetcatCommand() {}

    /** Returns the command, or only the printing one where no address is known. */
    static String of(Row message) {
        String printf = SourceLiteral.printf(message.bytes());
        SocketAddress to = receiver(message);
        if (Addresses.ip(to) == null) {
            return printf;
        }
        String options =
                message.peer().transport() != null && message.peer().transport().isUdp() ? "-u -w1 " : "";
        return printf + " | nc " + options + Addresses.host(to) + " " + Addresses.port(to);
    }

    /** Returns the side that listens: of TCP the one that was connected to, of UDP the one that received it. */
    private static SocketAddress receiver(Row message) {
        Peer peer = message.peer();
        if (peer == null || peer.transport() == null) {
            return null;
        }
        return switch (peer.transport()) {
            case TCP_IN -> peer.local();
            case TCP_OUT -> peer.remote();
            default -> message.kind() == Row.Kind.RECEIVED ? peer.local() : peer.remote();
        };
    }
}
