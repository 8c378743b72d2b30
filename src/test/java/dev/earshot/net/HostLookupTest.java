package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.ConnectAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostLookupTest {
    private static final int LONG_MILLIS = 20_000;

    private final CountDownLatch answering = new CountDownLatch(1);
    private final CountDownLatch resolving = new CountDownLatch(1);
    private final List<String> threads = new ArrayList<>();
    private final HostLookup lookup = new HostLookup(new SlowNames());

    /** A name service that answers only when the test allows it. */
    private final class SlowNames implements SystemCalls {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            try {
                resolving.countDown();
                answering.await();
                return host.equals("boiler.example")
                        ? new InetAddress[] {InetAddress.getByName("10.0.0.8"), InetAddress.getByName("::1")}
                        : InetAddress.getAllByName(host);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void start(Thread thread) {
            threads.add(thread.getName());
            thread.start();
        }
    }

    @AfterEach
    void answer() {
        answering.countDown();
    }

    @Test
    void aNameIsLookedUpOnItsOwnThread() throws Exception {
        answering.countDown();
        assertThat(lookup.await("boiler.example", LONG_MILLIS))
                .containsExactly(InetAddress.getByName("10.0.0.8"), InetAddress.getByName("::1"));
        assertThat(threads).containsExactly("look up boiler.example");
    }

    @Test
    void anAddressNeedsNoThreadAndIsAnsweredBeforeTheCallReturns() throws Exception {
        answering.countDown();
        List<InetAddress> found = new ArrayList<>();
        for (String address : List.of("10.0.0.8", "::1", "255.255.255.255")) {
            lookup.find(address, found::addAll, unknown -> {});
        }
        assertThat(found).extracting(Addresses::text).containsExactly("10.0.0.8", "::1", "255.255.255.255");
        assertThat(threads).isEmpty();
    }

    @Test
    void cancellingEndsThePresentAndEveryLaterWaiting() throws Exception {
        CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try {
                found.complete(lookup.await("boiler.example", LONG_MILLIS));
            } catch (UnknownHostException e) {
                found.completeExceptionally(e);
            }
        });
        waiting.start();
        resolving.await();
        lookup.cancel();
        assertThat(found.get(LONG_MILLIS, TimeUnit.MILLISECONDS)).isEmpty();
        assertThat(lookup.await("boiler.example", LONG_MILLIS)).isEmpty();
    }

    @Test
    void awaitFailsIfTheNameServiceDoesNotAnswerInTime() {
        assertThatThrownBy(() -> lookup.await("boiler.example", 1)).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void anUnknownNameIsReported() {
        answering.countDown();
        assertThatThrownBy(() -> lookup.await("no-such-host.invalid", LONG_MILLIS))
                .hasMessage("no-such-host.invalid");
        CompletableFuture<UnknownHostException> reported = new CompletableFuture<>();
        lookup.find("no-such-host.invalid", found -> {}, reported::complete);
        assertThat(reported).succeedsWithin(20, TimeUnit.SECONDS);
        ConnectAddress to = new ConnectAddress("no-such-host.invalid", 1);
        assertThat(ConnectFailure.problem(to, reported.join()).key()).isEqualTo("problem.connect.unknown");
    }
}
