package dev.earshot.session.dissection;

import dev.earshot.codec.Problem;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.journal.export.CaptureRowWriter;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.Session;
import dev.earshot.session.SessionLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Has tshark dissect messages of a session. Any thread but the EDT: one message takes a second or so. */
public final class Dissector {
    /** The most rows through which is looked for earlier messages of the conversation. */
    private static final int MOST_ROWS_BACK = 20_000;

    private static final int MOST_EARLIER = 200;
    private static final int MOST_EARLIER_BYTES = 1 << 20;
    private static final int MOST_BYTES = 1 << 20;
    private static final int ENHANCED_PACKET = 6; // the type of a block of pcapng that is a packet

    private final Session session;
    private final Tshark tshark;

    public Dissector(Session session, Tshark tshark) {
        this.session = session;
        this.tshark = tshark;
    }

    /**
     * Dissects a message.
     *
     * @param number of its row in the whole log
     * @param cancelled is asked while it works
     * @throws Problem why it cannot be done
     */
    public Dissection dissect(long number, DecodeAs as, BooleanSupplier cancelled) throws Problem {
        Path folder = null;
        try {
            List<Row> rows = conversation(number, cancelled);
            Row message = rows.get(rows.size() - 1);
            if (message.kind() == Row.Kind.EVENT || message.isMissing()) {
                throw new Problem("problem.tshark.message", -1);
            }
            byte[] capture = capture(rows);
            folder = Files.createTempDirectory("earshot-");
            Files.write(folder.resolve("rows.pcapng"), capture);
            List<String> arguments = new ArrayList<>(List.of("-n", "-r", "rows.pcapng", "-T", "pdml"));
            arguments.addAll(List.of("-Y", "frame.number==" + packets(capture)));
            arguments.addAll(as.arguments(message.peer().transport().isUdp(), port(message.peer())));
            Path printed = tshark.run(arguments, folder, cancelled);
            return new PdmlReader(message.bytes()).read(printed);
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new Problem("problem.tshark.failed", -1, String.valueOf(e.getMessage()));
        } finally {
            delete(folder);
        }
    }

    /** Returns the port of the server of a conversation, by which Wireshark finds the protocol. */
    private static int port(Peer peer) {
        boolean isServer = peer.transport() == Transport.TCP_OUT || peer.transport() == Transport.TFTP;
        return Addresses.port(isServer ? peer.remote() : peer.local());
    }

    /** Reads a row and, before it, the latest ones of its conversation. */
    private List<Row> conversation(long number, BooleanSupplier cancelled) throws IOException, Problem {
        try (RowReader reader = session.log().reader()) {
            Row last = reader.read(number, MOST_BYTES);
            Deque<Row> rows = new ArrayDeque<>(List.of(last));
            long least = Math.max(reader.oldestRow(), number - MOST_ROWS_BACK);
            int bytes = 0;
            for (long at = number - 1; at >= least && rows.size() <= MOST_EARLIER; at--) {
                Row row = reader.read(at, 0);
                if (row.peerId() == last.peerId() && !row.isMissing()) {
                    bytes += row.length();
                    if (bytes > MOST_EARLIER_BYTES) {
                        break;
                    }
                    rows.addFirst(reader.read(at, MOST_BYTES));
                }
                if (cancelled.getAsBoolean()) {
                    throw new Problem("problem.tshark.cancelled", -1);
                }
            }
            return List.copyOf(rows);
        }
    }

    private byte[] capture(List<Row> rows) throws IOException {
        SessionLog log = session.log();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CaptureRowWriter writer = new CaptureRowWriter(out, log.lens()::transport);
        writer.begin();
        for (Row row : rows) {
            writer.write(row);
        }
        writer.flush();
        return out.toByteArray();
    }

    /** Counts the packets of a capture; the last one is that of the message, or of its end. */
    static int packets(byte... capture) {
        ByteBuffer blocks = ByteBuffer.wrap(capture).order(ByteOrder.LITTLE_ENDIAN);
        int count = 0;
        for (int at = 0; at + 8 <= capture.length; at += Math.max(12, blocks.getInt(at + 4))) {
            count += blocks.getInt(at) == ENHANCED_PACKET ? 1 : 0;
        }
        return count;
    }

    private static void delete(Path folder) {
        if (folder == null) {
            return;
        }
        try {
            for (String name : List.of("rows.pcapng", "out", "errors")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            folder.toFile().deleteOnExit(); // another program, such as a scanner, still has it open
        }
    }
}
