package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import dev.earshot.net.Peer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Bytes and peers that several tests use. */
public final class Samples {
    private static final InetSocketAddress LOCAL = new InetSocketAddress("127.0.0.1", 8080);

    private Samples() {}

    public static byte[] hex(String digits) {
        try {
            return Hex.parse(digits);
        } catch (Problem e) {
            throw new AssertionError(digits, e);
        }
    }

    public static String print(byte[] bytes) {
        return Hex.print(bytes, 0, bytes.length);
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] gbk(String text) {
        return text.getBytes(Encoding.GBK.writeCharset());
    }

    public static Peer peer(int id) {
        return new Peer(id, LOCAL, new InetSocketAddress("127.0.0.1", 50_000 + id));
    }
}
