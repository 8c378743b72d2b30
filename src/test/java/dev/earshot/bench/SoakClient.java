package dev.earshot.bench;

import dev.earshot.bench.ByteLedger.Account;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** A client that sends lines, reads their echo, and keeps account of both. One thread. */
final class SoakClient {
    private static final int LINES = 4_000;
    private static final byte[] UTF_8 = lines(StandardCharsets.UTF_8);
    private static final byte[] GBK = lines(Charset.forName("GBK"));

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] text;
    private final Account account = new Account();
    private int at;

    /** @param number stands in its first line, which is sent at once, and chooses its encoding */
    SoakClient(int number, Socket socket) throws IOException {
        this.socket = socket;
        in = socket.getInputStream();
        out = socket.getOutputStream();
        text = number % 2 == 0 ? UTF_8 : GBK;
        at = ThreadLocalRandom.current().nextInt(text.length);
        send(ByteLedger.name(number));
    }

    private static byte[] lines(Charset charset) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            lines.append("line ")
                    .append(i)
                    .append(" 第")
                    .append(i)
                    .append("条消息 ")
                    .append("温度正常,".repeat(i % 40));
            lines.append('\n');
        }
        return lines.toString().getBytes(charset);
    }

    /** Sends the next bytes of the text, wherever lines and characters are cut. */
    void send(int count) throws IOException {
        byte[] piece = new byte[count];
        for (int i = 0; i < count; i++) {
            piece[i] = text[at++ % text.length];
        }
        at %= text.length;
        send(piece);
    }

    private void send(byte[] piece) throws IOException {
        out.write(piece);
        account.sent(piece, 0, piece.length);
    }

    /** Reads at least one byte of the echo, unless it has ended, and so many at most. Returns how many. */
    int read(int most) throws IOException {
        byte[] buffer = new byte[most];
        int count = in.read(buffer);
        if (count > 0) {
            account.received(buffer, 0, count);
        }
        return count;
    }

    /** Reads the echo of everything so far. */
    void readEcho() throws IOException {
        while (account.sentBytes() > account.receivedBytes()) {
            if (read((int) Math.min(1 << 16, account.sentBytes() - account.receivedBytes())) < 0) {
                throw new IOException("the echo ended early");
            }
        }
    }

    /** Finishes sending, reads to the end, and returns the account in one line. */
    String end() throws IOException {
        socket.shutdownOutput();
        while (read(1 << 16) >= 0) {
            // the rest of the echo
        }
        socket.close();
        return account.line();
    }

    @Override
    public String toString() {
        return socket + " " + Arrays.toString(new long[] {account.sentBytes(), account.receivedBytes()});
    }
}
