package dev.earshot.session;

import dev.earshot.codec.Encoding;
import dev.earshot.journal.Framing;
import dev.earshot.journal.RowReader;
import dev.earshot.net.ListenAddress;
import dev.earshot.net.Peer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The state behind one window: an endpoint, its journal, its lens. Commands return at once and may be given on the EDT;
 * what came of them is told through {@link #whenChanged}.
 */
public final class Session {

    /** Sets who is told, on any thread and as often as it happens, that something has changed. */
    public void whenChanged(Runnable listener) {
        throw new UnsupportedOperationException();
    }

    public Status status() {
        throw new UnsupportedOperationException();
    }

    public void listen(ListenAddress address) {
        throw new UnsupportedOperationException();
    }

    public void stop() {
        throw new UnsupportedOperationException();
    }

    /** All clients in the order in which they joined, those that left at the end (the latest 200 of them first). */
    public List<Client> clients() {
        throw new UnsupportedOperationException();
    }

    public int clientsPresent() {
        throw new UnsupportedOperationException();
    }

    /** Bytes received (sent) since the session began. */
    public long bytesIn() {
        throw new UnsupportedOperationException();
    }

    public long bytesOut() {
        throw new UnsupportedOperationException();
    }

    /** A reader of the log's rows for one thread. */
    public RowReader rows() {
        throw new UnsupportedOperationException();
    }

    /** Changes whenever row numbers change their meaning: another framing, another capture. */
    public int generation() {
        throw new UnsupportedOperationException();
    }

    public long bytesOnDisk() {
        throw new UnsupportedOperationException();
    }

    /** Queues bytes; false if the client has left or its outbox is full. */
    public boolean send(Peer peer, byte[] bytes) {
        throw new UnsupportedOperationException();
    }

    public void disconnect(Peer peer) {
        throw new UnsupportedOperationException();
    }

    public Lens lens() {
        throw new UnsupportedOperationException();
    }

    /** Reads everything in this encoding, or with null each client in its own. */
    public void encoding(Encoding fixed) {
        throw new UnsupportedOperationException();
    }

    /** The encoding that this client was seen to speak, or the fixed one. */
    public Encoding encodingOf(Peer peer) {
        throw new UnsupportedOperationException();
    }

    public Framing framing() {
        throw new UnsupportedOperationException();
    }

    /** Cuts the whole history anew, in the background. */
    public void framing(Framing framing) {
        throw new UnsupportedOperationException();
    }

    /** Copies the capture as it is now, in the background; the result is told on a thread of its own: null or why not. */
    public void saveAs(Path target, Consumer<dev.earshot.codec.Problem> done) {
        throw new UnsupportedOperationException();
    }

    /** Stops and closes everything. Blocks; never on the EDT. */
    public void close() {
        throw new UnsupportedOperationException();
    }
}
