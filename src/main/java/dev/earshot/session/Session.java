package dev.earshot.session;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Framing;
import dev.earshot.journal.CaptureStorage;
import dev.earshot.journal.Filter;
import dev.earshot.journal.FilteredRows;
import dev.earshot.journal.Journal;
import dev.earshot.journal.JournalListener;
import dev.earshot.journal.OpenProgress;
import dev.earshot.journal.RowReader;
import dev.earshot.journal.SearchTerm;
import dev.earshot.net.Event;
import dev.earshot.net.ListenAddress;
import dev.earshot.net.Mode;
import dev.earshot.net.Peer;
import dev.earshot.reply.Rule;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state behind one tab: an endpoint, its journal, its lens. Commands return at once and may be given on the EDT;
 * they are carried out in their order on the session's thread, and what came of them is told through
 * {@link #whenChanged}.
 */
public final class Session {
    private static final Logger log = LoggerFactory.getLogger(Session.class);
    private static final int CLOSE_SECONDS = 10;

    /** For captures that are files of the user's own. */
    private static final Closeable NOWHERE = () -> {};

    private final Journal journal;
    private final Closeable place;
    private final ReplyTaps hearing;
    private final EndpointCommands endpoint;
    private final Replies replies;
    private final Clients clients = new Clients();
    private final ClientNames names = new ClientNames(clients);
    private final Traffic traffic;
    private final boolean writable;
    private final FilterRunner filtering = new FilterRunner(this::rowsThatPass);
    private final LogHistory history;
    private volatile Runnable listener = () -> {};
    private volatile Encoding fixed;
    private volatile Mode mode = Mode.TCP_SERVER;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Session(JournalSource source, Closeable place, boolean writable) throws IOException {
        this.place = place;
        this.writable = writable;
        this.journal = source.open(this::recorded); // tells while it opens an old capture: late, therefore
        this.hearing = new ReplyTaps(journal);
        this.replies = new Replies(hearing, peer -> lens().encoding(peer));
        this.endpoint = new EndpointCommands(replies::sink, replies::own, hearing, () -> listener.run());
        this.history = new LogHistory(journal, filtering::again, () -> listener.run());
        this.traffic = new Traffic(journal, clients, endpoint::waiting);
    }

    /** How a journal is begun or opened; it tells {@code recorded} what happens. */
    private interface JournalSource {
        Journal open(JournalListener recorded) throws IOException;
    }

    /** Begins a session whose capture is kept in the store. */
    public static Session begin(CaptureStore store, Framing framing) throws IOException {
        CaptureStore.Place place = store.newPlace();
        try {
            return new Session(told -> Journal.create(place, store.folder(), framing, told), place, true);
        } catch (IOException e) {
            place.close();
            throw e;
        }
    }

    /** Begins a session whose capture goes to a file of the user's, which must not exist, and to others beside it. */
    public static Session begin(CaptureStore store, Path capture, Framing framing) throws IOException {
        return new Session(told -> Journal.create(capture, store.folder(), framing, told), NOWHERE, true);
    }

    /** Opens an old capture, or one file of it, to be looked at. Blocks while it is read. */
    public static Session open(CaptureStore store, Path capture, Framing framing) throws IOException {
        return open(store, new CaptureStore.Kept(List.of(capture)), framing, new OpenProgress());
    }

    /** The same, for somebody who wants to see how far it is; ends with an {@link OpenProgress.CancelledException}. */
    public static Session open(CaptureStore store, CaptureStore.Kept kept, Framing framing, OpenProgress opening)
            throws IOException {
        List<Path> files = kept.files();
        Session session =
                new Session(told -> Journal.open(files, store.folder(), framing, told, opening), NOWHERE, false);
        session.clients.end();
        return session;
    }

    private void recorded(Event event, long epochNanos) {
        clients.on(event, epochNanos);
        if (event instanceof Event.Opened opened) {
            mode = opened.mode();
        }
        if (event instanceof Event.Note note && note.kind() == Event.Kind.ENCODING) {
            readOtherwise();
        }
        filtering.wake();
        listener.run();
    }

    /** Sets who is told, on any thread and as often as it happens, that something has changed. */
    public void whenChanged(Runnable told) {
        listener = told;
    }

    public Status status() {
        return endpoint.status();
    }

    /** What its endpoint is, or was last; a TCP server if there never was one. */
    public Mode mode() {
        return mode;
    }

    /** Whether this session can listen; an old capture cannot. */
    public boolean writable() {
        return writable;
    }

    /** Listens, after closing what was open. */
    public void listen(ListenAddress address) {
        open(new EndpointConfig.Server(address));
    }

    /** Opens this endpoint, after closing what was open. */
    public void open(EndpointConfig config) {
        endpoint.open(config);
    }

    /** Closes the endpoint and disconnects everybody. */
    public void stop() {
        endpoint.stop();
    }

    /** All clients in the order in which they joined, then those that have left (the latest 200, the latest first). */
    public List<Client> clients() {
        return clients.all();
    }

    /** Those clients that are there, in the order in which they joined. */
    public List<Client> clientsThere() {
        return clients.presentOnes();
    }

    /** The client, or null if it has left. */
    public Client client(Peer peer) {
        return clients.find(peer);
    }

    public int clientsPresent() {
        return clients.presentCount();
    }

    /** Another number whenever somebody has come or gone. */
    public int clientsVersion() {
        return clients.version();
    }

    /** What the clients are called. */
    public ClientNames names() {
        return names;
    }

    /** How much went to and fro, for the one thread that shows it. */
    public Traffic traffic() {
        return traffic;
    }

    /** Bytes received since the session began. */
    public long bytesIn() {
        return clients.bytesIn();
    }

    /** Bytes sent since the session began. */
    public long bytesOut() {
        return clients.bytesOut();
    }

    /** How many rows the log has. */
    public long rowCount() {
        return journal.rows();
    }

    /** A reader of the log's rows, for one thread. */
    public RowReader rows() throws IOException {
        return journal.reader();
    }

    /** Changes whenever row numbers change their meaning, as under another framing. */
    public int generation() {
        return journal.generation();
    }

    /** The capture's first file, which names it. */
    public Path capture() {
        return journal.file();
    }

    /** How the capture is kept. */
    public CaptureStorage keeping() {
        return journal.keeping();
    }

    /**
     * Queues bytes that a person sends, which nobody may change from then on, and ends the conversation behind them if the
     * behaviour ends on them; false if the client has left or its outbox is full.
     */
    public boolean send(Peer peer, byte[] bytes) {
        return replies.send(peer, bytes);
    }

    /** Queues bytes likewise; if {@code origin} says in the log what sends them, nothing ends on them. */
    public boolean send(Peer peer, byte[] bytes, String origin) {
        if (origin.isEmpty()) {
            return send(peer, bytes);
        }
        replies.own(peer);
        return endpoint.send(peer, bytes, origin);
    }

    /** Waits until so many bytes can be queued; false if they cannot after so many milliseconds, or never will. */
    public boolean awaitRoom(Peer peer, int bytes, int millis) throws InterruptedException {
        return endpoint.awaitRoom(peer, bytes, millis);
    }

    /** Bytes given to be sent to this peer that are still waiting; 0 if it has left. */
    public long waiting(Peer peer) {
        return endpoint.waiting(peer);
    }

    /** Hears what this peer sends from now on; to be closed. */
    public ReplyTap hear(Peer peer) {
        return hearing.hear(peer);
    }

    /** What is done by itself when somebody connects or a message arrives. */
    public Replies replies() {
        return replies;
    }

    /** Tries rules on what was received so far, on a thread of its own. */
    public RuleDryRun tryOut(List<Rule> rules, Framing framing) {
        return new RuleDryRun(journal, lens(), rules, framing).start();
    }

    /** Ends the conversations with these: what waits to be sent, then FIN. */
    public void disconnect(Collection<Peer> peers) {
        endpoint.disconnect(peers);
    }

    /** Ends our direction of these conversations: what waits to be sent, then FIN; what they send is read on. */
    public void finishSending(Collection<Peer> peers) {
        endpoint.finishSending(peers);
    }

    /** Ends the conversations with these at once: RST. */
    public void abort(Collection<Peer> peers) {
        endpoint.abort(peers);
    }

    /** Peers and groups of an endpoint of {@link EndpointConfig.Udp}. */
    public UdpCommands udp() {
        return endpoint.udp();
    }

    /** Files fetched by TFTP. */
    public TftpTransfers tftp() {
        return endpoint.tftp();
    }

    /** How bytes become text at present. */
    public Lens lens() {
        return new Lens(fixed, journal::encoding, clients::speaksTftp);
    }

    /** Reads everything in this encoding, or with null each client in its own. */
    public void encoding(Encoding encoding) {
        fixed = encoding;
        if (filtering.present().filter().needle() != null) {
            filtering.again();
        }
        listener.run();
    }

    /** The texts of earlier rows have changed: an expression may find others. Bytes are what they were. */
    private void readOtherwise() {
        if (filtering.present().filter().needle() instanceof SearchTerm.Expression) {
            filtering.again();
        }
    }

    /**
     * Looks for rows, in the background.
     *
     * @param narrow whether of the messages only those that hold what is looked for are to be seen; otherwise all that
     *     the rest of the filter lets through
     */
    public void filter(Filter filter, boolean narrow) {
        filtering.set(filter, narrow);
        listener.run();
    }

    private FilteredRows rowsThatPass(Filter filter) {
        Lens lens = lens();
        return journal.filter(filter, lens.fixed(), lens::encoding, () -> listener.run());
    }

    /** What the present filter has found so far. */
    public FilterResult filtered() {
        return filtering.present();
    }

    /** How the log is cut into rows, and its copies. */
    public LogHistory history() {
        return history;
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
        try {
            filtering.end();
        } catch (InterruptedException e) {
            log.error("nobody interrupts this thread", e);
        }
        boolean useless = !endpoint.everJoined() && (place != NOWHERE || !endpoint.everOpen());
        history.close(writable && useless);
        try {
            place.close();
        } catch (IOException e) {
            log.warn("{} was not left as it should", journal.file(), e);
        }
    }
}
