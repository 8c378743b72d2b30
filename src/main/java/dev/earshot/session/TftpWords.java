package dev.earshot.session;

import dev.earshot.codec.VisibleText;
import dev.earshot.tftp.TftpPacket;
import java.util.Map;

/** Says in words what a packet of TFTP is: for the log and the terminal. */
public final class TftpWords {
    private TftpWords() {}

    /** One line without a line break, safe to show whatever the packet holds. */
    public static String of(TftpPacket packet, Words words) {
        return VisibleText.of(line(packet, words));
    }

    private static String line(TftpPacket packet, Words words) {
        if (packet instanceof TftpPacket.Data data) {
            return words.of("row.tftp.data", data.block(), data.length());
        } else if (packet instanceof TftpPacket.Ack ack) {
            return words.of("row.tftp.ack", ack.block());
        } else if (packet instanceof TftpPacket.Request request) {
            String name = request.write() ? "WRQ" : "RRQ";
            String more = request.options().isEmpty() ? "" : ", " + options(request.options());
            return words.of("row.tftp.request", name, request.file(), request.mode(), more);
        } else if (packet instanceof TftpPacket.OptionAck agreed) {
            return words.of("row.tftp.oack", options(agreed.options()));
        } else if (packet instanceof TftpPacket.Failure failure) {
            return words.of("row.tftp.error", failure.code(), failure.text());
        } else if (packet instanceof TftpPacket.Unknown unknown) {
            return words.of("row.tftp.unknown", unknown.length());
        }
        throw new AssertionError("Not a packet: " + packet);
    }

    private static String options(Map<String, String> options) {
        StringBuilder text = new StringBuilder();
        options.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : ", ").append(name).append('=').append(value));
        return text.toString();
    }
}
