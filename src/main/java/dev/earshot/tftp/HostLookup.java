package dev.earshot.tftp;

import dev.earshot.net.Background;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Looks up the address of a host in a way that can be cancelled. A name service may block for minutes and Java cannot stop
 * that, so the look-up runs on a thread of its own, {@code lookup}, which a cancelled caller leaves behind.
 */
final class HostLookup {
    private final CompletableFuture<InetAddress> address = new CompletableFuture<>();

    /** Waits for the first address of the host; returns null if {@link #cancel} was called before. */
    InetAddress await(String host) throws UnknownHostException {
        Background.run("lookup", () -> resolve(host));
        try {
            return address.join();
        } catch (CancellationException e) {
            return null;
        } catch (CompletionException e) {
            throw new UnknownHostException(host);
        }
    }

    /** Ends the waiting; any thread, returns at once. */
    void cancel() {
        address.cancel(false);
    }

    private void resolve(String host) {
        try {
            address.complete(InetAddress.getByName(host));
        } catch (UnknownHostException | RuntimeException e) {
            address.completeExceptionally(e);
        }
    }
}
