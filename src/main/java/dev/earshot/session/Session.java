package dev.earshot.session;

import dev.earshot.codec.framing.Framing;
import dev.earshot.files.RegularFile;
import dev.earshot.journal.Journal;
import dev.earshot.journal.JournalFactory;
import dev.earshot.journal.JournalListener;
import dev.earshot.journal.OwnCapture;
import dev.earshot.journal.TaskProgress;
import dev.earshot.journal.storage.CaptureLocation;
import dev.earshot.net.Event;
import dev.earshot.net.HalfClose;
import dev.earshot.net.NoteKinds;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.packets.PacketSource;
import dev.earshot.session.settings.EndpointConfig;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.EndpointKinds;
import dev.earshot.session.settings.TcpServerConfig;
import dev.earshot.session.settings.TcpServerKind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state behind one tab or one run in the terminal: an endpoint, its clients and its log. Commands return at once
 * and may be given on the EDT. They are carried out in their order on the thread {@code open}; {@link #onChange}
 * reports their results.
 */
public final class Session {
    private static final Logger log = LoggerFactory.getLogger(Session.class);
    private static final int CLOSE_SECONDS = 10;

    /** Stands for the reservation of captures that are the user's own files. */
    private static final Closeable USERS_FILE = () -> {};

    private final Closeable reservation;
    private final boolean writable;
    private final EndpointCommands endpoint = new EndpointCommands(this::changed);
    private final Clients clients = new Clients(endpoint);
    private final SessionLog rows;
    private final Replies replies;
    private final Sending sending;
    private final Traffic traffic;
    private final UdpCommands udp;
    private final TftpTransfers tftp;
    private final EndpointOpener opener;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Runnable listener = () -> {};
    private volatile EndpointKind kind = TcpServerKind.KIND;
    private boolean isTemporary; // whether the capture is a copy that goes with the session

    private Session(JournalSource source, Closeable reservation, boolean writable) throws IOException {
        this.reservation = reservation;
        this.writable = writable;
        Journal journal = source.open(recorder()); // calls it while it opens an old capture, when rows is still null
        ReplyTaps taps = new ReplyTaps();
        rows = new SessionLog(journal, clients, this::changed);
        if (!writable) {
            rows.notes().openFile();
        }
        replies = new Replies(journal, new SessionPeerLens(rows::lens));
        sending = new Sending(endpoint, clients, rows::lens, replies, taps);
        traffic = new Traffic(journal, clients, sending::waiting);
        udp = new UdpCommands(endpoint, replies::markContacted);
        tftp = new TftpTransfers(endpoint, EventPipeline.ofDownload(journal, taps));
        opener = new EndpointOpener(endpoint, journal, taps, replies, udp);
    }

    /** Creates or opens a journal with this listener. */
    private interface JournalSource {
        Journal open(JournalListener listener) throws IOException;
    }

    /** Begins a session whose capture is kept in the store. */
    public static Session begin(CaptureStore store, Framing framing) throws IOException {
        CaptureStore.Reservation reserved = store.reserve();
        try {
            return new Session(
                    listener -> JournalFactory.create(reserved, store.folder(), framing, listener), reserved, true);
        } catch (IOException e) {
            reserved.close();
            throw e;
        }
    }

    /**
     * Begins a session with its capture in a new file of the user; more files follow beside it.
     *
     * @throws FileAlreadyExistsException if a file of this name, or a later one of an older capture, is there
     */
    public static Session begin(CaptureStore store, Path capture, Framing framing) throws IOException {
        if (CaptureSet.isWithoutFirst(capture)) {
            throw new FileAlreadyExistsException(CaptureSet.of(capture).get(0).toString());
        }
        return new Session(
                listener -> JournalFactory.create(capture, store.folder(), framing, listener), USERS_FILE, true);
    }

    /** Opens an old capture, or the one to which a file belongs, for reading. Blocks while the capture is read. */
    public static Session open(CaptureStore store, Path capture, Framing framing) throws IOException {
        return open(store, new CaptureStore.StoredCapture(List.of(capture)), framing, new TaskProgress());
    }

    /**
     * Opens an old capture for reading; of one file, those that belong to it too. Blocks while the capture is read.
     *
     * @param opening shows the progress; its cancelling ends this with a {@link TaskProgress.CancelledException}
     */
    public static Session open(
            CaptureStore store, CaptureStore.StoredCapture capture, Framing framing, TaskProgress opening)
            throws IOException {
        for (Path file : capture.files()) {
            if (!CaptureSet.isWithoutFirst(file)) {
                RegularFile.require(file);
            }
        }
        List<Path> files = capture.files().size() > 1
                ? capture.files()
                : CaptureSet.of(capture.files().get(0));
        if (!OwnCapture.isOurs(files.get(0))) {
            return read(store, files, framing, opening);
        }
        Session session = new Session(
                listener -> JournalFactory.open(files, store.folder(), framing, listener, opening), USERS_FILE, false);
        session.clients.markAllLeft();
        return session;
    }

    /** Opens a capture of another program, with a temporary capture of ours in the store. */
    private static Session read(CaptureStore store, List<Path> files, Framing framing, TaskProgress opening)
            throws IOException {
        CaptureLocation location = store.temporary();
        PacketSource source = new PacketSource(files);
        Session session = new Session(
                listener ->
                        JournalFactory.read(source, files.get(0), location, store.folder(), framing, listener, opening),
                USERS_FILE,
                false);
        session.isTemporary = true;
        session.clients.markAllLeft();
        return session;
    }

    /** Returns the journal's listener, which updates the clients and the log by each recorded event. */
    private JournalListener recorder() {
        return new JournalListener() {
            @Override
            public void on(Event event, long epochNanos) {
                recorded(event, epochNanos);
            }

            @Override
            public NoteKinds noteKinds() {
                return KnownNotes.ALL;
            }
        };
    }

    private void recorded(Event event, long epochNanos) {
        clients.on(event, epochNanos);
        if (event instanceof Event.Opened opened) {
            kind = EndpointKinds.of(opened.kind());
        }
        if (rows != null) {
            rows.recorded(event);
        }
        changed();
    }

    private void changed() {
        listener.run();
    }

    /** Sets the listener of all changes, called on any thread, for every event. It replaces the one before. */
    public void onChange(Runnable newListener) {
        listener = newListener;
    }

    /** The status of the endpoint. */
    public Status status() {
        return endpoint.status();
    }

    /** The kind of the present or latest endpoint; TCP server if there was none or its kind is unknown. */
    public EndpointKind kind() {
        return kind;
    }

    /** Whether endpoints can be opened; false for an old capture. */
    public boolean isWritable() {
        return writable;
    }

    /** Closes what is open, then opens a TCP server. */
    public void listen(ListenAddress address) {
        open(new TcpServerConfig(address, HalfClose.AUTOMATIC));
    }

    /** Closes what is open, then opens this endpoint. */
    public void open(EndpointConfig config) {
        opener.open(config);
    }

    /** Closes the endpoint and disconnects all peers. */
    public void stop() {
        endpoint.stop();
    }

    /** The present and former clients. */
    public Clients clients() {
        return clients;
    }

    /** The log: its rows, framing, encoding, filter and capture. */
    public SessionLog log() {
        return rows;
    }

    /** The way to send to the clients. */
    public Sending sending() {
        return sending;
    }

    /** The traffic figures, for the one thread that shows them. */
    public Traffic traffic() {
        return traffic;
    }

    /** The automatic replies to new clients and messages. */
    public Replies replies() {
        return replies;
    }

    /** The commands for UDP endpoints. */
    public UdpCommands udp() {
        return udp;
    }

    /** The downloads by TFTP. */
    public TftpTransfers tftp() {
        return tftp;
    }

    /**
     * Closes everything. An empty capture is deleted: one that no client ever joined or, where the user has named its
     * file, no client could ever join. Blocks; never on the EDT.
     */
    public void close() {
        if (!closed.getAndSet(true)) {
            replies.end();
            endpoint.end(this::end);
        }
        try {
            // A second caller waits as well: the program must not end while the first one is still closing.
            if (!endpoint.awaitEnd(CLOSE_SECONDS)) {
                log.warn("the session did not close in {} s", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes the log, and deletes its capture if it is empty. */
    private void end() {
        boolean empty = !endpoint.hasAnyoneJoined() && (reservation != USERS_FILE || !endpoint.wasEverOpen());
        rows.close(isTemporary || writable && empty);
        try {
            reservation.close();
        } catch (IOException e) {
            log.warn("the lock of {} was not given up", rows.capture(), e);
        }
    }
}
