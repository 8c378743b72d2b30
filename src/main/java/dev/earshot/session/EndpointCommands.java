package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.session.Status.State;
import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session's endpoint and the commands to it. They return at once and are carried out in their order on the thread
 * {@code open}; what comes of a command that is not the latest one is not shown any more. An attempt to open that may take
 * long, as connecting may, is given up when the next command comes.
 */
final class EndpointCommands {
    private static final Logger log = LoggerFactory.getLogger(EndpointCommands.class);

    private final Function<Endpoint, EventSink> sink;
    private final Runnable changed;
    private final AtomicInteger peerIds = new AtomicInteger();
    private final ExecutorService commands = thread("open");
    private final UdpCommands udp;
    private final TftpTransfers tftp;
    private volatile Status status = new Status(State.CLOSED, "", null);
    private volatile Endpoint opening;
    private volatile Endpoint endpoint;
    private volatile boolean everOpen;
    private volatile int latest; // written under the monitor of commands

    /**
     * One that is closed.
     *
     * @param sink what an endpoint tells its events
     * @param called is told of peers that a person has called
     * @param packets is told what is fetched
     * @param changed is run whenever the status is another one
     */
    EndpointCommands(Function<Endpoint, EventSink> sink, Consumer<Peer> called, EventSink packets, Runnable changed) {
        udp = new UdpCommands(this, called);
        this.sink = sink;
        this.tftp = new TftpTransfers(this, packets);
        this.changed = changed;
    }

    static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    Status status() {
        return status;
    }

    /** Whether anybody could ever have joined. */
    boolean everOpen() {
        return everOpen;
    }

    /** Whether anybody ever joined. */
    boolean everJoined() {
        return peerIds.get() > 0;
    }

    void open(EndpointConfig config) {
        int command = next(new Status(State.OPENING, config.text(), null));
        commands.execute(() -> {
            closeEndpoint();
            if (command == latest) {
                open(config, command);
            }
        });
    }

    /** Closes what is open and does something else; the task is given its number, see {@link #isLatest}. */
    void insteadOfAnEndpoint(Status begun, IntConsumer task) {
        int command = next(begun);
        commands.execute(() -> {
            closeEndpoint();
            everOpen = true;
            task.accept(command);
        });
    }

    /** Whether no other command has been given since. */
    boolean isLatest(int command) {
        return command == latest;
    }

    void stop() {
        int command = next(new Status(State.CLOSING, status.address(), null));
        commands.execute(() -> {
            closeEndpoint();
            become(command, new Status(State.CLOSED, status.address(), null));
        });
    }

    boolean send(Peer peer, byte[] bytes, Origin origin) {
        Endpoint open = endpoint;
        return open != null && open.send(peer, bytes, origin);
    }

    /** Waits until so many bytes fit; false if they do not after so many milliseconds, or never will. */
    boolean awaitRoom(Peer peer, int bytes, int millis) throws InterruptedException {
        Endpoint open = endpoint;
        return open != null && open.awaitRoom(peer, bytes, millis);
    }

    void disconnect(Collection<Peer> peers) {
        Endpoint open = endpoint;
        if (open != null) {
            commands.execute(() -> peers.forEach(open::disconnect));
        }
    }

    void finishSending(Collection<Peer> peers) {
        Endpoint open = endpoint;
        if (open != null) {
            commands.execute(() -> peers.forEach(open::finishSending));
        }
    }

    void abort(Collection<Peer> peers) {
        Endpoint open = endpoint;
        if (open != null) {
            commands.execute(() -> peers.forEach(open::abort));
        }
    }

    /** Has something done with the endpoint that is open when all commands before are carried out, or with null. */
    void with(Consumer<Endpoint> task) {
        try {
            commands.execute(() -> task.accept(endpoint));
        } catch (RejectedExecutionException e) {
            task.accept(null); // it has ended
        }
    }

    UdpCommands udp() {
        return udp;
    }

    TftpTransfers tftp() {
        return tftp;
    }

    /** Gives each peer its number. */
    IntSupplier peerIds() {
        return peerIds::incrementAndGet;
    }

    /** What is open now, or null. */
    Endpoint present() {
        return endpoint;
    }

    /** Bytes that were given to be sent to this peer and are still waiting. */
    long waiting(Peer peer) {
        Endpoint open = endpoint;
        return open == null ? 0 : open.waiting(peer);
    }

    /** Closes for good; {@code then} is run when everybody has left. */
    void end(Runnable then) {
        giveUp();
        commands.execute(this::closeEndpoint);
        commands.execute(then);
        commands.shutdown();
    }

    /** Waits for what {@link #end} has begun; false if that took too long. */
    boolean awaitEnd(int seconds) throws InterruptedException {
        return commands.awaitTermination(seconds, TimeUnit.SECONDS);
    }

    private void open(EndpointConfig config, int command) {
        Endpoint fresh = config.create(peerIds());
        Told told = new Told(fresh, sink.apply(fresh));
        opening = fresh;
        try {
            if (command != latest) {
                return; // who gave the next command may have looked for what is being opened before
            }
            fresh.open(told);
            endpoint = fresh;
            everOpen = true;
            told.begin(command, config.opened(told.opened));
            udp.begin(config, fresh, why -> becomeTroubled(command, why));
            if (told.closed) {
                ended(told);
            }
        } catch (IOException e) {
            log.info("{} cannot be opened: {}", config.text(), e.toString());
            become(command, new Status(State.FAILED, config.text(), config.failed(e)));
        } catch (RuntimeException | Error e) {
            log.error("opening {}", config.text(), e);
            fresh.close();
            Problem why = config.failed(new IOException(e.toString(), e));
            become(command, new Status(State.FAILED, config.text(), why));
        } finally {
            opening = null;
        }
    }

    private void becomeTroubled(int command, Problem why) {
        become(command, new Status(State.OPEN, status.address(), why));
    }

    /** It has closed itself, as a client does when its conversation is over. */
    private void ended(Told closed) {
        int command = latest;
        commands.execute(() -> {
            if (endpoint == closed.from) {
                endpoint = null;
                become(command, () -> closed.state.closed(status.address()));
            }
        });
    }

    private void closeEndpoint() {
        Endpoint open = endpoint;
        if (open != null) {
            endpoint = null;
            open.close();
        }
        tftp.end();
    }

    /** Numbers a command; from now on what comes of earlier ones is of no interest. */
    private int next(Status begun) {
        int command;
        synchronized (commands) {
            command = ++latest;
            status = begun;
        }
        giveUp();
        changed.run();
        return command;
    }

    /** Closing may wait a moment for a lock; not on the EDT. */
    private void giveUp() {
        tftp.giveUp();
        Endpoint attempt = opening;
        if (attempt != null) {
            Thread thread = new Thread(attempt::close, "give up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** The status is this, unless another command has been given since. */
    void become(int command, Status reached) {
        become(command, () -> reached);
    }

    /** @param reached is asked only where it counts, one after the other: so the latest that is shown is the latest there is */
    private void become(int command, Supplier<Status> reached) {
        synchronized (commands) {
            if (command != latest) {
                return;
            }
            status = reached.get();
        }
        changed.run();
    }

    /** Passes everything on, and learns where the endpoint is open, how its connection stands, and that it has closed. */
    private final class Told implements EventSink {
        private final Endpoint from;
        private final EventSink next;
        private final ClientState state = new ClientState();
        private volatile Event.Opened opened;
        private volatile String address; // null before it is open
        private volatile int command;
        private volatile boolean closed;

        Told(Endpoint from, EventSink next) {
            this.from = from;
            this.next = next;
        }

        /** It is open; events may have come already. */
        void begin(int opening, String where) {
            command = opening;
            address = where;
            show();
        }

        private void show() {
            if (address != null) {
                become(command, () -> state.open(address));
            }
        }

        @Override
        public void on(Event event) {
            next.on(event);
            if (state.on(event)) {
                show();
            }
            if (event instanceof Event.Opened told) {
                opened = told;
            } else if (event instanceof Event.Closed) {
                closed = true;
                if (endpoint == from) {
                    ended(this);
                }
            }
        }

        @Override
        public int silenceMillis(Peer peer) {
            return next.silenceMillis(peer);
        }
    }
}
