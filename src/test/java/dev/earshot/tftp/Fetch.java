package dev.earshot.tftp;

import dev.earshot.codec.Problem;
import dev.earshot.net.Event;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs a transfer on its own thread and keeps its events and its outcome. */
final class Fetch {
    /** A timeout in milliseconds that is longer than any pause of a busy machine, so that nothing is sent twice. */
    static final int NEVER = 30_000;

    final ByteArrayOutputStream file = new ByteArrayOutputStream();
    final List<Event> events = new CopyOnWriteArrayList<>();
    final FileTransfer transfer;
    private final CompletableFuture<Object> outcome = new CompletableFuture<>();

    /** @param timeoutMillis the time without an answer after which the last packet is sent again */
    Fetch(FakeServer server, int timeoutMillis) {
        this(request(server, timeoutMillis));
    }

    Fetch(FileRequest request) {
        AtomicInteger ids = new AtomicInteger();
        transfer = new FileTransfer(request, file, this::keep, ids::incrementAndGet);
        Thread thread = new Thread(this::run);
        thread.setDaemon(true);
        thread.start();
    }

    static FileRequest request(FakeServer server, int timeoutMillis) {
        return request(server, timeoutMillis, 1L << 30, 512, true);
    }

    static FileRequest request(FakeServer server, int timeoutMillis, long most, int blockSize, boolean options) {
        return new FileRequest(
                server.address(), "fw.bin", TransferMode.OCTET, timeoutMillis, 5, most, blockSize, options);
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private void run() {
        try {
            outcome.complete(transfer.run());
        } catch (Problem e) {
            outcome.complete(e);
        } catch (Throwable e) {
            outcome.completeExceptionally(e);
        }
    }

    /** Keeps a copy, because the reader uses its buffer again. */
    private void keep(Event event) {
        if (event instanceof Event.Received received) {
            byte[] copy = new byte[received.length()];
            System.arraycopy(received.buffer(), received.offset(), copy, 0, copy.length);
            events.add(new Event.Received(received.peer(), copy, 0, copy.length, received.blockedNanos()));
        } else {
            events.add(event);
        }
    }

    /** Returns the packets as text, with {@code >} before sent ones and {@code <} before received ones. */
    List<String> packets() {
        return events.stream()
                .map(Fetch::packet)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String packet(Event event) {
        if (event instanceof Event.Sending out) {
            return "> " + brief(PacketCodec.decode(out.buffer(), out.offset(), out.length()));
        } else if (event instanceof Event.Received in) {
            return "< " + brief(PacketCodec.decode(in.buffer(), in.offset(), in.length()));
        }
        return "";
    }

    private static String brief(TftpPacket packet) {
        return packet instanceof TftpPacket.Data data
                ? "Data[block=" + data.block() + ", length=" + data.length() + "]"
                : packet.toString();
    }

    /** Waits for the end; returns true if the file is complete, false if the transfer was cancelled. */
    boolean whole() throws Exception {
        return (Boolean) outcome();
    }

    Problem problem() throws Exception {
        return (Problem) outcome();
    }

    private Object outcome() throws InterruptedException, ExecutionException, TimeoutException {
        return outcome.get(60, TimeUnit.SECONDS);
    }
}
