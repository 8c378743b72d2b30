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
 * Carries out the commands to a session's endpoint, one after the other on the thread {@code open}, and keeps the
 * status. Commands return at once. Only the latest command changes the status, and the next command ends an attempt
 * that takes long, such as connecting. Any thread.
 */
final class EndpointCommands {
    private final Runnable changed;
    private final AtomicInteger peerIds = new AtomicInteger();
    private final ExecutorService commands = Background.worker("open");
    private volatile Status status = new Status(State.CLOSED, "", null);
    private volatile Endpoint opening;
    private volatile Endpoint endpoint;
    private volatile TftpDownload download; // the present or latest one; there is no endpoint meanwhile
    private volatile boolean everOpen;
    private volatile int latest; // written under the monitor of commands

    /** @param changed is run whenever the status has changed */
    EndpointCommands(Runnable changed) {
        this.changed = changed;
    }

    /** The present status of the endpoint. */
    Status status() {
        return status;
    }

    /** Whether an endpoint or a download was ever open, so that a peer could join. */
    boolean wasEverOpen() {
        return everOpen;
    }

    /** Whether any peer ever joined. */
    boolean hasAnyoneJoined() {
        return peerIds.get() > 0;
    }

    /** Returns the source of peer numbers, which are unique in the session. */
    IntSupplier peerIds() {
        return peerIds::incrementAndGet;
    }

    /** The endpoint that is open at present, or null. */
    Endpoint openEndpoint() {
        return endpoint;
    }

    /** Sets the status, closes what is open, then runs a task with the number of this command. */
    void replace(Status begun, IntConsumer task) {
        int command = number(begun);
        commands.execute(() -> {
            closeEverything();
            task.accept(command);
        });
    }

    /** Whether no other command has been given since this one. */
    boolean isLatest(int command) {
        return command == latest;
    }

    /**
     * Opens an endpoint; on the thread {@code open}. Returns false if another command has been given since this one.
     *
     * @throws IOException the system's reason why it cannot be opened
     */
    boolean open(Endpoint fresh, EventSink sink, int command) throws IOException {
        opening = fresh;
        try {
            if (command != latest) {
                return false; // that command may have looked for an attempt to give up before there was one
            }
            fresh.open(sink);
            endpoint = fresh;
            everOpen = true;
            return true;
        } finally {
            opening = null;
        }
    }

    /** Begins a download; on the thread {@code open}, while no endpoint is open. The next command cancels it. */
    void beginDownload(TftpDownload fresh, int command) {
        everOpen = true;
        download = fresh;
        if (command != latest) {
            fresh.cancel();
        }
        fresh.begin();
    }

    /** Closes what is open. */
    void stop() {
        int command = number(new Status(State.CLOSING, status.address(), null));
        commands.execute(() -> {
            closeEverything();
            setStatus(command, () -> new Status(State.CLOSED, status.address(), null));
        });
    }

    /**
     * The conversations of the endpoint that is open, or is being opened: its first peer may join just before {@link
     * #open} ends. Those without peers if there is none.
     */
    Conversations conversations() {
        Endpoint attempt = opening; // asked for first, for it is the open endpoint before it is no attempt any more
        Endpoint open = endpoint;
        Endpoint present = open == null ? attempt : open;
        return present == null ? Conversations.NONE : present.conversations();
    }

    /** Runs an action for the conversation with each of these peers, after all earlier commands. */
    void forEach(Collection<Peer> peers, BiConsumer<Conversations, Peer> action) {
        Endpoint open = endpoint;
        if (open != null) {
            commands.execute(() -> peers.forEach(peer -> action.accept(open.conversations(), peer)));
        }
    }

    /** Runs a task with the endpoint that is open after all earlier commands, or with null. */
    void withEndpoint(Consumer<Endpoint> task) {
        try {
            commands.execute(() -> task.accept(endpoint));
        } catch (RejectedExecutionException e) {
            task.accept(null); // the session has ended
        }
    }

    /** Closes for good, then runs {@code then} after all peers have left. */
    void end(Runnable then) {
        giveUp();
        commands.execute(this::closeEverything);
        commands.execute(then);
        commands.shutdown();
    }

    /** Waits for the end that {@link #end} has begun; returns false if it took too long. */
    boolean awaitEnd(int seconds) throws InterruptedException {
        return commands.awaitTermination(seconds, TimeUnit.SECONDS);
    }

    /** Drops an endpoint that has closed itself, as a TCP client does after its conversation. */
    void drop(Endpoint closed, int command, Supplier<Status> next) {
        commands.execute(() -> {
            if (endpoint == closed) {
                endpoint = null;
                setStatus(command, next);
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

    /** Numbers a new command and gives up the earlier ones. */
    private int number(Status begun) {
        int command;
        synchronized (commands) {
            command = ++latest;
            status = begun;
        }
        giveUp();
        changed.run();
        return command;
    }

    /** Cancels the download or attempt in progress. Closing may wait for a lock, so it has a thread of its own. */
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
     * Sets the status, unless another command has been given since this one.
     *
     * @param next is called under the lock, and only if the status is set: a newer status is never replaced by an older
     *     one
     */
    void setStatus(int command, Supplier<Status> next) {
        synchronized (commands) {
            if (command != latest) {
                return;
            }
            status = next.get();
        }
        changed.run();
    }
}
