package dev.earshot.session;

import dev.earshot.net.Background;
import dev.earshot.net.Conversations;
import dev.earshot.net.Endpoint;
import dev.earshot.net.EventSink;
import dev.earshot.net.Peer;
import dev.earshot.session.Status.State;
import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Carries out the commands to a session's endpoint, one after the other on the thread {@code open}, and keeps the status.
 * Commands return at once. What comes of a command that is not the latest one is not shown any more, and an attempt that
 * may take long, such as connecting, is given up when the next command comes. Any thread.
 */
final class EndpointCommands {
    private final Runnable changed;
    private final AtomicInteger peerIds = new AtomicInteger();
    private final ExecutorService commands = Background.worker("open");
    private volatile Status status = new Status(State.CLOSED, "", null);
    private volatile Endpoint opening;
    private volatile Endpoint endpoint;
    private volatile TftpDownload download; // what is fetched instead of having an endpoint, or was last
    private volatile boolean everOpen;
    private volatile int latest; // written under the monitor of commands

    /** @param changed is run whenever the status is another one */
    EndpointCommands(Runnable changed) {
        this.changed = changed;
    }

    Status status() {
        return status;
    }

    /** Whether anybody could ever have joined. */
    boolean wasEverOpen() {
        return everOpen;
    }

    /** Whether anybody ever joined. */
    boolean hasAnyoneJoined() {
        return peerIds.get() > 0;
    }

    /** Gives each peer its number. */
    IntSupplier peerIds() {
        return peerIds::incrementAndGet;
    }

    /** The endpoint that is open now, or null. */
    Endpoint openEndpoint() {
        return endpoint;
    }

    /** Closes what is open, then runs a task, which is told the number of this command. */
    void replace(Status begun, IntConsumer task) {
        int command = next(begun);
        commands.execute(() -> {
            closeEverything();
            task.accept(command);
        });
    }

    /** Whether no other command has been given since. */
    boolean isLatest(int command) {
        return command == latest;
    }

    /**
     * Opens an endpoint; on the thread {@code open}. False if another command has been given since this one.
     *
     * @throws IOException the system's reason why it cannot be opened
     */
    boolean open(Endpoint fresh, EventSink sink, int command) throws IOException {
        opening = fresh;
        try {
            if (command != latest) {
                return false; // who gave the next command may have looked for what is being opened before
            }
            fresh.open(sink);
            endpoint = fresh;
            everOpen = true;
            return true;
        } finally {
            opening = null;
        }
    }

    /** Begins a download where no endpoint is open; on the thread {@code open}. The next command ends it. */
    void beginDownload(TftpDownload fresh, int command) {
        everOpen = true;
        download = fresh;
        if (command != latest) {
            fresh.cancel();
        }
        fresh.begin();
    }

    void stop() {
        int command = next(new Status(State.CLOSING, status.address(), null));
        commands.execute(() -> {
            closeEverything();
            setStatus(command, () -> new Status(State.CLOSED, status.address(), null));
        });
    }

    /** The conversations of what is open now. */
    Conversations conversations() {
        Endpoint open = endpoint;
        return open == null ? Conversations.NONE : open.conversations();
    }

    /** Orders something of the conversation with each of these peers, when all commands before are carried out. */
    void each(Collection<Peer> peers, BiConsumer<Conversations, Peer> order) {
        Endpoint open = endpoint;
        if (open != null) {
            commands.execute(() -> peers.forEach(peer -> order.accept(open.conversations(), peer)));
        }
    }

    /** Has something done with the endpoint that is open when all commands before are carried out, or with null. */
    void withEndpoint(Consumer<Endpoint> task) {
        try {
            commands.execute(() -> task.accept(endpoint));
        } catch (RejectedExecutionException e) {
            task.accept(null); // it has ended
        }
    }

    /** Closes for good; {@code then} is run when everybody has left. */
    void end(Runnable then) {
        giveUp();
        commands.execute(this::closeEverything);
        commands.execute(then);
        commands.shutdown();
    }

    /** Waits for what {@link #end} has begun; false if that took too long. */
    boolean awaitEnd(int seconds) throws InterruptedException {
        return commands.awaitTermination(seconds, TimeUnit.SECONDS);
    }

    /** Forgets an endpoint that has closed itself, as a client does when its conversation is over. */
    void closedItself(Endpoint gone, int command, Supplier<Status> reached) {
        commands.execute(() -> {
            if (endpoint == gone) {
                endpoint = null;
                setStatus(command, reached);
            }
        });
    }

    private void closeEverything() {
        Endpoint open = endpoint;
        if (open != null) {
            endpoint = null;
            open.close();
        }
        TftpDownload running = download;
        if (running != null) {
            running.cancel();
            running.awaitEnd();
        }
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
        TftpDownload running = download;
        if (running != null) {
            running.cancel();
        }
        Endpoint attempt = opening;
        if (attempt != null) {
            Background.run("give up", attempt::close);
        }
    }

    /**
     * Sets the status, unless another command has been given since.
     *
     * @param reached is asked only where it counts, one after the other: so the latest that is shown is the latest there is
     */
    void setStatus(int command, Supplier<Status> reached) {
        synchronized (commands) {
            if (command != latest) {
                return;
            }
            status = reached.get();
        }
        changed.run();
    }
}
