package dev.earshot.tftp;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.EncodingEvidence;
import dev.earshot.codec.TextDecoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Encodes and decodes TFTP packets (RFC 1350, section 5; options: RFC 2347). Text is UTF-8, but that of an error, which
 * may as well be in the encoding of the server's system. Decoding never throws, and reads what some servers add or
 * leave out: zeros behind the strings, and the zero that ends the last one.
 */
public final class PacketCodec {
    private static final int READ = 1;
    private static final int WRITE = 2;
    private static final int DATA = 3;
    private static final int ACK = 4;
    private static final int ERROR = 5;
    static final int OPTION_ACK = 6;
    private static final int HEADER = 4;

    private PacketCodec() {}

    /** Decodes the packet in these bytes; the data of a block stay in the buffer. */
    public static TftpPacket decode(byte[] buffer, int offset, int length) {
        int opcode = length < 2 ? -1 : number(buffer, offset);
        boolean numbered = length >= HEADER;
        TftpPacket packet = switch (opcode) {
            case READ, WRITE -> request(opcode == WRITE, strings(buffer, offset + 2, length - 2));
            case DATA ->
                numbered
                        ? new TftpPacket.Data(number(buffer, offset + 2), buffer, offset + HEADER, length - HEADER)
                        : null;
            case ACK -> length == HEADER ? new TftpPacket.Ack(number(buffer, offset + 2)) : null;
            case ERROR -> numbered ? failure(buffer, offset, length) : null;
            case OPTION_ACK -> optionAck(strings(buffer, offset + 2, length - 2));
            default -> null;
        };
        return packet == null ? new TftpPacket.Unknown(opcode, length) : packet;
    }

    /** Encodes a packet that this program sends: a request, an acknowledgement or an error. */
    static byte[] encode(TftpPacket packet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (packet instanceof TftpPacket.Request request) {
            put(bytes, request.write() ? WRITE : READ);
            put(bytes, request.file());
            put(bytes, request.mode());
            request.options().forEach((name, value) -> {
                put(bytes, name);
                put(bytes, value);
            });
        } else if (packet instanceof TftpPacket.Ack ack) {
            put(bytes, ACK);
            put(bytes, ack.block());
        } else if (packet instanceof TftpPacket.Failure failure) {
            put(bytes, ERROR);
            put(bytes, failure.code());
            put(bytes, failure.text());
        } else {
            throw new IllegalArgumentException("never sent by a reader of files: " + packet);
        }
        return bytes.toByteArray();
    }

    private static TftpPacket request(boolean write, List<String> strings) {
        if (strings.size() < 2) {
            return null;
        }
        Map<String, String> options = options(strings.subList(2, strings.size()));
        return options == null ? null : new TftpPacket.Request(write, strings.get(0), strings.get(1), options);
    }

    private static TftpPacket optionAck(List<String> strings) {
        Map<String, String> options = options(strings);
        return options == null ? null : new TftpPacket.OptionAck(options);
    }

    /** Decodes an error; the zero at the end of its text may be missing, as it is from some servers. */
    private static TftpPacket failure(byte[] buffer, int offset, int length) {
        int from = offset + HEADER;
        int end = end(buffer, from, offset + length);
        EncodingEvidence evidence = new EncodingEvidence();
        evidence.vote(buffer, from, end - from);
        String text = TextDecoder.decode(evidence.verdict(), buffer, from, end - from);
        return new TftpPacket.Failure(number(buffer, offset + 2), text);
    }

    /**
     * Pairs names and values, which come in turn; an empty name is padding. Returns null if a value is missing, or a
     * name comes twice with different values.
     */
    private static Map<String, String> options(List<String> strings) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < strings.size(); i++) {
            String name = strings.get(i).toLowerCase(Locale.ROOT);
            if (name.isEmpty()) {
                continue;
            }
            i++;
            String value = i < strings.size() ? strings.get(i) : null;
            String earlier = options.put(name, value);
            if (value == null || earlier != null && !earlier.equals(value)) {
                return null;
            }
        }
        return options;
    }

    /** Reads all strings, each ended by a zero or by the end of the packet. */
    private static List<String> strings(byte[] buffer, int from, int length) {
        List<String> strings = new ArrayList<>();
        int at = from;
        while (at < from + length) {
            int end = end(buffer, at, from + length);
            strings.add(text(buffer, at, end));
            at = end + 1;
        }
        return strings;
    }

    private static int end(byte[] buffer, int from, int limit) {
        int end = from;
        while (end < limit && buffer[end] != 0) {
            end++;
        }
        return end;
    }

    private static String text(byte[] buffer, int from, int end) {
        return TextDecoder.decode(Encoding.UTF_8, buffer, from, end - from);
    }

    private static int number(byte[] buffer, int at) {
        return (buffer[at] & 0xFF) << 8 | buffer[at + 1] & 0xFF;
    }

    private static void put(ByteArrayOutputStream bytes, int number) {
        bytes.write(number >> 8);
        bytes.write(number);
    }

    private static void put(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        bytes.write(0);
    }
}
