package dev.earshot.journal;

import dev.earshot.codec.framing.Framing;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A journal in a test's folder, with short methods that make events happen. */
public final class Scene implements AutoCloseable {
    public static final Charset UTF_8 = StandardCharsets.UTF_8;

    public final Path folder;
    public final Path file;
    public final Journal journal;

    public Scene(Path folder, Framing framing) throws IOException {
        this.folder = folder;
        this.file = folder.resolve("session.pcapng");
        this.journal = JournalFactory.create(file, folder, framing, (event, time) -> {});
    }

    public static Peer peer(int id) {
        return new Peer(id, new InetSocketAddress("127.0.0.1", 8080), new InetSocketAddress("127.0.0.1", 50_000 + id));
    }

    public Peer joins(int id) {
        Peer peer = peer(id);
        journal.on(new Event.Joined(peer));
        return peer;
    }

    public void receives(Peer peer, byte[] bytes) {
        receives(peer, bytes, 0);
    }

    public void receives(Peer peer, byte[] bytes, long waitedMillis) {
        byte[] buffer = new byte[bytes.length + 7];
        System.arraycopy(bytes, 0, buffer, 3, bytes.length);
        journal.on(new Event.Received(peer, buffer, 3, bytes.length, waitedMillis * 1_000_000));
    }

    public void receives(Peer peer, String text) {
        receives(peer, text.getBytes(UTF_8));
    }

    public void silent(Peer peer, long millis) {
        journal.on(new Event.Silent(peer, millis * 1_000_000));
    }

    public void sends(Peer peer, byte[] bytes, boolean last) {
        journal.on(new Event.Sending(peer, bytes, 0, bytes.length, last));
    }

    public void leaves(Peer peer) {
        journal.on(new Event.Left(peer, Event.Reason.CLOSED_BY_PEER, 0, ""));
    }

    public Journal reopened(Framing framing) throws IOException {
        return JournalFactory.open(file, folder, framing, (event, time) -> {});
    }

    public Row read(long number, int most) {
        try (RowReader reader = journal.reader()) {
            return reader.read(number, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Row> rows() {
        return rows(journal);
    }

    public static List<Row> rows(Journal journal) {
        try (RowReader reader = journal.reader()) {
            List<Row> rows = new ArrayList<>();
            for (long i = 0; i < reader.count(); i++) {
                rows.add(reader.read(i, Integer.MAX_VALUE));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the received messages as text, each with its line ending. */
    public List<String> received() {
        return texts(Row.Kind.RECEIVED);
    }

    public List<String> texts(Row.Kind kind) {
        return rows().stream()
                .filter(row -> row.kind() == kind)
                .map(row -> new String(row.bytes(), UTF_8))
                .toList();
    }

    /** Returns all messages as text. */
    public static List<String> texts(Journal journal) {
        return rows(journal).stream()
                .filter(row -> row.kind() != Row.Kind.EVENT)
                .map(row -> new String(row.bytes(), UTF_8))
                .toList();
    }

    /** Describes all rows completely, to compare two readings of one capture. */
    public static List<String> seen(Journal journal) {
        return rows(journal).stream().map(Scene::seen).toList();
    }

    public static String seen(Row row) {
        return row.number() + " " + seenWithoutNumber(row);
    }

    /** Describes the rows that can still be read, for two readings of which only one knows of the others. */
    public static List<String> seenWithoutNumbers(Journal journal) {
        return rows(journal).stream()
                .filter(row -> !row.isMissing())
                .map(Scene::seenWithoutNumber)
                .toList();
    }

    private static String seenWithoutNumber(Row row) {
        return row.kind() + " " + row.epochNanos() + " " + row.peerId() + " " + row.remote() + " " + row.length() + " "
                + row.completeness() + " " + row.event() + " " + new String(row.bytes(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
