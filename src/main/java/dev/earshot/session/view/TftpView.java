package dev.earshot.session.view;

import dev.earshot.codec.VisibleText;
import dev.earshot.net.Transport;
import dev.earshot.session.words.Words;
import dev.earshot.tftp.PacketCodec;
import dev.earshot.tftp.TftpPacket;
import java.util.Arrays;
import java.util.Map;

/** Describes TFTP packets in words (RFC 1350; options RFC 2347). */
public final class TftpView implements MessageView {

    @Override
    public String id() {
        return "tftp";
    }

    @Override
    public String name(Words words) {
        return words.of("row.view.tftp");
    }

    @Override
    public boolean handles(Transport transport) {
        return transport == Transport.TFTP;
    }

    @Override
    public String line(DecodedRow message, Words words) {
        return line(packet(message), words);
    }

    /**
     * Parses the packet of a message. Bytes that were not read become zeros, so that the packet has its true length.
     */
    private static TftpPacket packet(DecodedRow message) {
        byte[] read = message.bytes();
        int length = message.row().length();
        return PacketCodec.decode(read.length < length ? Arrays.copyOf(read, length) : read, 0, length);
    }

    /** Describes a packet in one line, safe to show. */
    static String line(TftpPacket packet, Words words) {
        return VisibleText.of(words(packet, words));
    }

    private static String words(TftpPacket packet, Words words) {
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
