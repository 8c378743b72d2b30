package dev.earshot.journal;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.storage.CaptureDisk;
import dev.earshot.journal.storage.CaptureLimit;
import dev.earshot.journal.storage.CaptureLocation;
import dev.earshot.journal.storage.Segments;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Records the events of another program's capture in a temporary capture of ours, so that everything else reads only
 * captures of ours. Used by one thread.
 */
final class CaptureImport implements EventSource.Recorder, Closeable {
    /** The size limit of the temporary capture in bytes; in fact the room on the disk limits it. */
    private static final long LIMIT = 1L << 40;

    private final Path folder;
    private final CaptureWriter writer;
    private final Indexer indexer;
    private final JournalListener listener;
    private final RecordedNotes notes = new RecordedNotes();
    private final long room;
    private long newest; // the time of the newest event
    private Event latest; // null before the first one
    private long latestOffset;

    /** Thrown when the temporary capture takes as much of the disk as it may. */
    private static final class NoRoomException extends IOException {}

    /** Begins the temporary capture, with its index in {@code folder}. */
    CaptureImport(CaptureLocation location, CaptureDisk disk, Path folder, Framing framing, JournalListener listener)
            throws IOException {
        this.folder = folder;
        this.listener = listener;
        room = disk.space(folder).usable() / 2;
        CaptureLimit limit = CaptureLimit.of(disk, folder);
        limit.request(LIMIT);
        indexer = new Indexer(framing, peer -> null, folder);
        try {
            writer = new CaptureWriter(location, disk, limit, 0);
        } catch (IOException e) {
            indexer.close();
            throw e;
        }
    }

    /**
     * Reads the source to its end, or as far as there is room. Returns the journal, which can only be read.
     *
     * @param name the file whose name the journal has
     */
    Journal run(EventSource source, Path name, TaskProgress opening) throws IOException {
        try {
            source.read(this, opening);
        } catch (NoRoomException e) {
            record(CaptureNote.NO_ROOM.note(String.valueOf(folder)), newest, 0);
        }
        Segments segments = writer.segmentedFile().segments();
        indexer.endAllRows(segments.end());
        Journal journal = new Journal(name, folder, segments, null, new Clock(), indexer, listener);
        journal.notes().open(notes);
        return journal;
    }

    @Override
    public void on(Event event, long epochNanos) throws IOException {
        recordIfRoom(event, epochNanos, 0);
    }

    @Override
    public void onData(Event data, long epochNanos, long frame) throws IOException {
        recordIfRoom(data, epochNanos, frame);
        Event.Note note = indexer.takeNote();
        if (note != null) {
            record(note, epochNanos, 0);
        }
    }

    @Override
    public void onComment(String text) {
        if (!CaptureComment.isOurs(text)) {
            notes.takeComment(latest, text, latestOffset);
        }
    }

    @Override
    public void onUnderWay(Peer peer, long epochNanos) throws IOException {
        writer.appendUnderWay(peer, epochNanos);
        listener.on(new Event.Joined(peer), epochNanos);
        on(CaptureNote.UNDER_WAY.about(peer), epochNanos);
    }

    @Override
    public void onGap(Peer peer, boolean inbound, long bytes, boolean cutOff, long epochNanos) throws IOException {
        if (!peer.transport().isUdp()) {
            writer.skip(peer, inbound, bytes);
            indexer.endRowBeforeGap(
                    peer, inbound, writer.segmentedFile().segments().end());
        }
        CaptureNote kind = cutOff ? CaptureNote.PACKET_CUT : CaptureNote.GAP;
        on(kind.about(peer, inbound ? 0 : 1, bytes), epochNanos);
    }

    private void recordIfRoom(Event event, long epochNanos, long frame) throws IOException {
        newest = epochNanos;
        if (writer.segmentedFile().segments().end() > room) {
            throw new NoRoomException();
        }
        latest = event;
        latestOffset = record(event, epochNanos, frame);
        if (writer.segmentedFile().health().isInTrouble()) {
            throw new IOException(writer.segmentedFile().state().why());
        }
    }

    private long record(Event event, long epochNanos, long frame) {
        long offset = frame == 0 ? writer.append(event, epochNanos) : writer.appendFrame(event, epochNanos, frame);
        indexer.add(event, offset, writer.payloadStart(), epochNanos);
        notes.take(event, epochNanos); // only to know whether times go back: no event of theirs is such a note
        listener.on(event, epochNanos);
        return offset;
    }

    /** Closes and deletes the temporary capture. */
    @Override
    public void close() throws IOException {
        try (indexer) {
            writer.close();
        } finally {
            new CaptureStorage(writer.segmentedFile().segments(), null, null).delete();
        }
    }
}
