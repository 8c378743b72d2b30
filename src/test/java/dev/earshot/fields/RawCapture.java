package dev.earshot.fields;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes messages as packets of IP version 4 to a server's port (pcap, link type 101), for other programs to read. */
final class RawCapture {
    private static final int IP = 20;
    private static final int TCP = 20;
    private static final int UDP = 8;
    private static final int CLIENT = 40_000;

    private RawCapture() {}

    static void write(Path file, boolean tcp, int port, List<byte[]> messages) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(24
                        + messages.stream()
                                .mapToInt(message -> message.length + 16 + IP + TCP)
                                .sum())
                .order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0xA1B2C3D4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65535)
                .putInt(101);
        int sequence = 1;
        for (byte[] message : messages) {
            int length = IP + (tcp ? TCP : UDP) + message.length;
            out.order(ByteOrder.LITTLE_ENDIAN).putLong(0).putInt(length).putInt(length);
            out.order(ByteOrder.BIG_ENDIAN)
                    .putShort((short) 0x4500)
                    .putShort((short) length)
                    .putInt(0);
            out.put((byte) 64)
                    .put((byte) (tcp ? 6 : 17))
                    .putShort((short) 0)
                    .putInt(0x7F000001)
                    .putInt(0x7F000001);
            out.putShort((short) CLIENT).putShort((short) port);
            if (tcp) {
                out.putInt(sequence)
                        .putInt(1)
                        .putShort((short) 0x5018)
                        .putShort((short) 8192)
                        .putInt(0);
                sequence += message.length;
            } else {
                out.putShort((short) (UDP + message.length)).putShort((short) 0);
            }
            out.put(message);
        }
        Files.write(file, Arrays.copyOf(out.array(), out.position()));
    }
}
