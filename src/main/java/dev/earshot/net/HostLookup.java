package dev.earshot.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the addresses of a host. A name service may take minutes and Java cannot stop that, so each question about a name
 * has a thread of its own, {@code look up HOST}, which is left behind when nobody waits for the answer any more. Any
 * thread; never the EDT, but for {@link #cancel}.
 */
public final class HostLookup {
    private static final Logger log = LoggerFactory.getLogger(HostLookup.class);

    private final SystemCalls machine;
    private final CompletableFuture<Void> cancelled = new CompletableFuture<>();

    public HostLookup() {
        this(SystemCalls.REAL);
    }

    HostLookup(SystemCalls machine) {
        this.machine = machine;
    }

    /**
     * Asks for the addresses of a host and returns at once, but for a host that is an address: that needs no name service,
     * and is answered before this returns. Is not cancelled.
     *
     * @param found is told the addresses in the order in which to try them, at least one
     * @param unknown is told that there are none
     */
    public void find(String host, Consumer<List<InetAddress>> found, Consumer<UnknownHostException> unknown) {
        if (HostText.looksLikeAnAddress(host)) {
            ask(host, found, unknown);
        } else {
            machine.start(Background.leanThread("look up " + host, () -> ask(host, found, unknown)));
        }
    }

    /**
     * Waits for the addresses of a host.
     *
     * @param millis how long to wait at most
     * @return the addresses in the order in which to try them; none if it was cancelled
     * @throws UnknownHostException if there are none, or nobody could be asked in time
     */
    public List<InetAddress> await(String host, int millis) throws UnknownHostException {
        CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        find(host, answer::complete, answer::completeExceptionally);
        try {
            CompletableFuture.anyOf(answer, cancelled).get(millis, TimeUnit.MILLISECONDS);
            return isCancelled() ? List.of() : answer.get();
        } catch (ExecutionException | TimeoutException e) {
            log.debug("{} is not found", host, e);
            if (isCancelled()) {
                return List.of();
            }
            throw new UnknownHostException(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel();
            return List.of();
        }
    }

    /** Ends the waiting now and for ever. Returns at once. */
    public void cancel() {
        cancelled.complete(null);
    }

    boolean isCancelled() {
        return cancelled.isDone();
    }

    private void ask(String host, Consumer<List<InetAddress>> found, Consumer<UnknownHostException> unknown) {
        List<InetAddress> addresses;
        try {
            addresses = List.of(machine.resolve(host));
        } catch (UnknownHostException | RuntimeException e) {
            log.debug("{} is not found", host, e);
            unknown.accept(new UnknownHostException(host));
            return;
        }
        found.accept(addresses);
    }
}
