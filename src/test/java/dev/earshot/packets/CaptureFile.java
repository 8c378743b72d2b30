package dev.earshot.packets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Makes capture files of other programs for tests, byte by byte as their formats are specified. */
public final class CaptureFile {
    public static final int ETHERNET = 1;
    public static final int RAW = 101;

    /** The time of the first packet, 2026-01-02 03:04:05.123456789 UTC. */
    public static final long START = 1_767_323_045_123_456_789L;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private boolean isPcapng;
    private long nanosPerTick;

    /** Begins a pcap file with this magic number, such as {@code 0xA1B2C3D4} for microseconds. */
    public static CaptureFile pcap(int magic, ByteOrder order, int linkType) {
        CaptureFile file = new CaptureFile();
        file.order = order;
        file.nanosPerTick = magic == 0xA1B23C4D ? 1 : 1000;
        file.put(file.buffer(24)
                .putInt(magic)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65535)
                .putInt(linkType));
        return file;
    }

    /** Begins a pcap file as most programs write it. */
    public static CaptureFile pcap() {
        return pcap(0xA1B2C3D4, ByteOrder.LITTLE_ENDIAN, ETHERNET);
    }

    /** Begins a pcapng file, with no section yet. */
    public static CaptureFile pcapng() {
        CaptureFile file = new CaptureFile();
        file.isPcapng = true;
        return file;
    }

    /** Begins a section. */
    public CaptureFile section(ByteOrder ofSection) {
        order = ofSection;
        ByteBuffer body = buffer(16)
                .putInt(0x1A2B3C4D)
                .putShort((short) 1)
                .putShort((short) 0)
                .putLong(-1);
        return block(0x0A0D0D0A, body.array());
    }

    /** Adds an interface with its options. */
    public CaptureFile port(int linkType, int snapLength, byte[]... options) {
        ByteBuffer body =
                buffer(512).putShort((short) linkType).putShort((short) 0).putInt(snapLength);
        for (byte[] option : options) {
            body.put(option);
        }
        return block(1, taken(body));
    }

    /** Returns an option of a block. */
    public byte[] option(int code, byte... value) {
        ByteBuffer option =
                buffer(4 + (value.length + 3 & ~3)).putShort((short) code).putShort((short) value.length);
        return option.put(value).array();
    }

    /** Adds an Enhanced Packet Block. */
    public CaptureFile enhanced(int port, long ticks, byte[] packet) {
        ByteBuffer body = buffer(20 + (packet.length + 3 & ~3)).putInt(port);
        body.putInt((int) (ticks >>> 32))
                .putInt((int) ticks)
                .putInt(packet.length)
                .putInt(packet.length);
        return block(6, body.put(packet).array());
    }

    /** Adds an Enhanced Packet Block with options, in nanoseconds after {@link #START}. */
    public CaptureFile commented(long nanosAfter, byte[] packet, byte[]... options) {
        int length = packet.length + 3 & ~3;
        ByteBuffer body = buffer(20
                + length
                + Stream.of(options).mapToInt(option -> option.length).sum());
        long ticks = START + nanosAfter;
        body.putInt(0)
                .putInt((int) (ticks >>> 32))
                .putInt((int) ticks)
                .putInt(packet.length)
                .putInt(packet.length);
        body.put(packet).position(20 + length);
        Stream.of(options).forEach(body::put);
        return block(6, body.array());
    }

    /** Returns the option of a comment. */
    public byte[] comment(String text) {
        return option(1, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a Packet Block, which is obsolete. */
    public CaptureFile obsolete(int port, long ticks, byte[] packet) {
        ByteBuffer body =
                buffer(20 + (packet.length + 3 & ~3)).putShort((short) port).putShort((short) 0);
        body.putInt((int) (ticks >>> 32))
                .putInt((int) ticks)
                .putInt(packet.length)
                .putInt(packet.length);
        return block(2, body.put(packet).array());
    }

    /** Adds a Simple Packet Block. */
    public CaptureFile simple(byte[] packet) {
        ByteBuffer body = buffer(4 + (packet.length + 3 & ~3)).putInt(packet.length);
        return block(3, body.put(packet).array());
    }

    /** Adds a block of any type. */
    public CaptureFile block(int type, byte[] body) {
        int length = 12 + body.length;
        return put(buffer(length).putInt(type).putInt(length).put(body).putInt(length));
    }

    /** Adds a packet to a file of either format, so many nanoseconds after {@link #START}. */
    public CaptureFile packet(long nanosAfter, byte[] packet) {
        return packet(nanosAfter, packet, packet.length);
    }

    /** Adds a packet of which only the beginning is captured. */
    public CaptureFile packet(long nanosAfter, byte[] packet, int captured) {
        long time = START + nanosAfter;
        byte[] kept = Arrays.copyOf(packet, captured);
        if (isPcapng) {
            return enhanced(0, time, kept);
        }
        put(buffer(16)
                .putInt((int) (time / 1_000_000_000))
                .putInt((int) (time % 1_000_000_000 / nanosPerTick))
                .putInt(captured)
                .putInt(packet.length));
        out.writeBytes(kept);
        return this;
    }

    private ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(order);
    }

    private static byte[] taken(ByteBuffer buffer) {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private CaptureFile put(ByteBuffer bytes) {
        out.writeBytes(bytes.array());
        return this;
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    /** Writes the file. */
    public Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    /** Returns bytes compressed by gzip. */
    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
