package dev.earshot.session;

import dev.earshot.codec.Framing;
import dev.earshot.journal.Journal;
import dev.earshot.journal.JournalFactory;
import dev.earshot.journal.JournalListener;
import dev.earshot.journal.TaskProgress;
import dev.earshot.net.Event;
import dev.earshot.net.ListenAddress;
import dev.earshot.net.NoteKinds;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state behind one tab: an endpoint, its journal, its lens. Commands return at once and may be given on the EDT;
 * they are carried out in their order on the session's thread, and what came of them is told through
 * {@link #onChange}.
 */
public final class Session {
    private static final Logger log = LoggerFactory.getLogger(Session.class);
    private static final int CLOSE_SECONDS = 10;

    /** For captures that are files of the user's own. */
    private static final Closeable NOWHERE = () -> {};

    private final Closeable place;
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

    private Session(JournalSource source, Closeable place, boolean writable) throws IOException {
        this.place = place;
        this.writable = writable;
        Journal journal = source.open(recorder()); // tells while it opens an old capture, when there is no log yet
        ReplyTaps taps = new ReplyTaps();
        rows = new SessionLog(journal, clients, this::changed);
        replies = new Replies(journal, peer -> rows.lens().encoding(peer));
        sending = new Sending(endpoint, replies, taps);
        traffic = new Traffic(journal, clients, sending::waiting);
        udp = new UdpCommands(endpoint, replies::markContacted);
        tftp = new TftpTransfers(endpoint, EventPipeline.ofDownload(journal, taps));
        opener = new EndpointOpener(endpoint, journal, taps, replies, udp);
    }

    /** How a journal is begun or opened; it tells {@code recorded} what happens. */
    private interface JournalSource {
        Journal open(JournalListener recorded) throws IOException;
    }

    /** Begins a session whose capture is kept in the store. */
    public static Session begin(CaptureStore store, Framing framing) throws IOException {
        CaptureStore.Reservation place = store.reserve();
        try {
            return new Session(told -> JournalFactory.create(place, store.folder(), framing, told), place, true);
        } catch (IOException e) {
            place.close();
            throw e;
        }
    }

    /** Begins a session whose capture goes to a file of the user's, which must not exist, and to others beside it. */
    public static Session begin(CaptureStore store, Path capture, Framing framing) throws IOException {
        return new Session(told -> JournalFactory.create(capture, store.folder(), framing, told), NOWHERE, true);
    }

    /** Opens an old capture, or one file of it, to be looked at. Blocks while it is read. */
    public static Session open(CaptureStore store, Path capture, Framing framing) throws IOException {
        return open(store, new CaptureStore.StoredCapture(List.of(capture)), framing, new TaskProgress());
    }

    /** The same, for somebody who wants to see how far it is; ends with an {@link TaskProgress.CancelledException}. */
    public static Session open(
            CaptureStore store, CaptureStore.StoredCapture kept, Framing framing, TaskProgress opening)
            throws IOException {
        List<Path> files = kept.files();
        Session session =
                new Session(told -> JournalFactory.open(files, store.folder(), framing, told, opening), NOWHERE, false);
        session.clients.markAllLeft();
        return session;
    }

    /** The journal's listener: the clients and the log follow what is recorded, live or while a capture is opened. */
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

    /** Sets who is told, on any thread and as often as it happens, that something has changed. */
    public void onChange(Runnable told) {
        listener = told;
    }

    public Status status() {
        return endpoint.status();
    }

    /** The kind of its endpoint now or last; TCP server if there never was one, or if this program does not know it. */
    public EndpointKind kind() {
        return kind;
    }

    /** Whether this session can listen; an old capture cannot. */
    public boolean isWritable() {
        return writable;
    }

    /** Listens, after closing what was open. */
    public void listen(ListenAddress address) {
        open(new TcpServerConfig(address));
    }

    /** Opens this endpoint, after closing what was open. */
    public void open(EndpointConfig config) {
        opener.open(config);
    }

    /** Closes the endpoint and disconnects everybody. */
    public void stop() {
        endpoint.stop();
    }

    /** The clients that are there and those that have left. */
    public Clients clients() {
        return clients;
    }

    /** The rows of what happened, and how they are read. */
    public SessionLog log() {
        return rows;
    }

    /** The way to send to the clients. */
    public Sending sending() {
        return sending;
    }

    /** The figures of what went to and fro, for the one thread that shows them. */
    public Traffic traffic() {
        return traffic;
    }

    /** The replies that are sent when somebody connects or a message arrives. */
    public Replies replies() {
        return replies;
    }

    /** The commands that only an endpoint of {@link UdpConfig} knows. */
    public UdpCommands udp() {
        return udp;
    }

    /** The files fetched by TFTP. */
    public TftpTransfers tftp() {
        return tftp;
    }

    /**
     * Stops and closes everything. A capture that says nothing is not kept: one in which nobody ever joined or, where the
     * user has named its file, nobody ever could. Blocks; never on the EDT.
     */
    public void close() {
        if (!closed.getAndSet(true)) {
            replies.end();
            endpoint.end(this::end);
        }
        try {
            // Also for whoever comes second: what ends the program must not end it in the middle of this.
            if (!endpoint.awaitEnd(CLOSE_SECONDS)) {
                log.warn("the session did not close in {} s", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A capture that the user has named is kept once somebody could have joined, another one once somebody did. */
    private void end() {
        boolean useless = !endpoint.hasAnyoneJoined() && (place != NOWHERE || !endpoint.wasEverOpen());
        rows.close(writable && useless);
        try {
            place.close();
        } catch (IOException e) {
            log.warn("{} was not left as it should", rows.capture(), e);
        }
    }
}
