package dev.earshot.net;

import dev.earshot.net.address.HostText;
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
 * Looks up the addresses of a host. A name service may take minutes and Java cannot stop that, so each look-up of a
 * name has its own thread, {@code look up HOST}, which is left behind when nobody waits for the answer any more. Any
 * thread; never the EDT, but for {@link #cancel}.
 */
public final class HostLookup {
    private static final Logger log = LoggerFactory.getLogger(HostLookup.class);

    private final SystemCalls system;
    private final CompletableFuture<Void> cancelled = new CompletableFuture<>();

    public HostLookup() {
        this(SystemCalls.REAL);
    }

    HostLookup(SystemCalls system) {
        this.system = system;
    }

    /**
     * Looks up a host in the background and returns at once. A host that is an address needs no name service, and is
     * answered before this returns. Cannot be cancelled.
     *
     * @param found receives the addresses in the order in which to try them, at least one
     * @param unknown receives the failure if there are none
     */
    public void find(String host, Consumer<List<InetAddress>> found, Consumer<UnknownHostException> unknown) {
        if (HostText.looksLikeAnAddress(host)) {
            resolve(host, found, unknown);
        } else {
            system.start(Background.leanThread("look up " + host, () -> resolve(host, found, unknown)));
        }
    }

    /**
     * Looks up a host and waits for its addresses.
     *
     * @param millis the time to wait at most
     * @return the addresses in the order in which to try them; empty if it was cancelled
     * @throws UnknownHostException if there are none, or the name service did not answer in time
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

    /** Ends the present and every later waiting. Returns at once. */
    public void cancel() {
        cancelled.complete(null);
    }

    boolean isCancelled() {
        return cancelled.isDone();
    }

    private void resolve(String host, Consumer<List<InetAddress>> found, Consumer<UnknownHostException> unknown) {
        List<InetAddress> addresses;
        try {
            addresses = List.of(system.resolve(host));
        } catch (UnknownHostException | RuntimeException e) {
            log.debug("{} is not found", host, e);
            unknown.accept(new UnknownHostException(host));
            return;
        }
        found.accept(addresses);
    }
}
