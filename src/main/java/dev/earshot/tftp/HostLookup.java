package dev.earshot.tftp;

import dev.earshot.net.Background;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Asks the system for the address of a host. A name service may keep it waiting for minutes and Java cannot stop that, so
 * the question has a thread of its own, {@code lookup}, which whoever is tired of waiting leaves behind.
 */
final class HostLookup {
    private final CompletableFuture<InetAddress> answer = new CompletableFuture<>();

    /** Waits for the first address of the host; null if {@link #cancel} came before. */
    InetAddress of(String host) throws UnknownHostException {
        Background.run("lookup", () -> ask(host));
        try {
            return answer.join();
        } catch (CancellationException e) {
            return null;
        } catch (CompletionException e) {
            throw new UnknownHostException(host);
        }
    }

    /** Any thread; returns at once. */
    void cancel() {
        answer.cancel(false);
    }

    private void ask(String host) {
        try {
            answer.complete(InetAddress.getByName(host));
        } catch (UnknownHostException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }
}
