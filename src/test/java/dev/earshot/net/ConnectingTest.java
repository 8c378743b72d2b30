package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.ConnectAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests attempts to connect (matrix row A11), and the words of each failure. */
class ConnectingTest {

    /** A fake network with its own names, in which chosen addresses fail. */
    private static final class Net implements SystemCalls {
        final Map<String, List<String>> names;
        final Map<String, IOException> failures;
        final List<String> tried = new ArrayList<>();
        final List<Integer> shares = new ArrayList<>();
        int port;

        Net(Map<String, List<String>> names, Map<String, IOException> failures) {
            this.names = names;
            this.failures = failures;
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            if (!names.containsKey(host)) {
                throw new UnknownHostException(host);
            }
            List<InetAddress> all = new ArrayList<>();
            for (String address : names.get(host)) {
                all.add(InetAddress.getByName(address));
            }
            return all.toArray(new InetAddress[0]);
        }

        @Override
        public void connect(Socket socket, InetSocketAddress to, int millis) throws IOException {
            String address = Addresses.text(to.getAddress());
            tried.add(address);
            shares.add(millis);
            if (failures.containsKey(address)) {
                throw failures.get(address);
            }
            socket.connect(new InetSocketAddress("127.0.0.1", port), millis);
        }
    }

    @Test
    void theAddressesOfANameAreTriedInTheirOrderEachWithItsShareOfTheTime() throws Exception {
        Net net = new Net(
                Map.of("boiler.example", List.of("192.0.2.1", "2001:db8::1", "192.0.2.3", "192.0.2.4")),
                Map.of(
                        "192.0.2.1", new SocketTimeoutException("Connect timed out"),
                        "2001:db8::1", new SocketException("Network is unreachable")));
        try (ServerSocket server = new ServerSocket(0)) {
            net.port = server.getLocalPort();
            dialer(net, ConnectOptions.STANDARD.withTimeout(8_000)).dial().close();
        }
        assertThat(net.tried).containsExactly("192.0.2.1", "2001:db8::1", "192.0.2.3");
        assertThat(net.shares.get(0)).isBetween(1, 2_000);
        assertThat(net.shares.get(1)).isBetween(1, 2_667);
        assertThat(net.shares.get(2)).isBetween(1, 4_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Connection refused|boiler.example:80 refuses the connection: nothing listens on port 80 there, or"
                        + " something forbids it.",
                "Connection refused: connect|boiler.example:80 refuses the connection: nothing listens on port 80"
                        + " there, or something forbids it.",
                "Connection timed out|boiler.example:80 did not answer within 10 s.",
                "Network is unreachable|boiler.example:80 cannot be reached from this computer: Network is unreachable",
                "No route to host|boiler.example:80 cannot be reached from this computer: No route to host",
                "Permission denied|Cannot connect to boiler.example:80: Permission denied"
            })
    void eachFailureHasItsOwnWords(String system, String words) throws Exception {
        Net net = new Net(
                Map.of("boiler.example", List.of("192.0.2.1")), Map.of("192.0.2.1", new ConnectException(system)));
        assertThat(failure(dialer(net, ConnectOptions.STANDARD))).isEqualTo(words);
    }

    @Test
    void ofSeveralFailuresTheMostInformativeIsReported() throws Exception {
        Net net = new Net(
                Map.of("boiler.example", List.of("2001:db8::1", "192.0.2.1", "192.0.2.2")),
                Map.of(
                        "2001:db8::1", new NoRouteToHostException("No route to host"),
                        "192.0.2.1", new ConnectException("Connection refused"),
                        "192.0.2.2", new SocketTimeoutException("Connect timed out")));
        assertThat(failure(dialer(net, ConnectOptions.STANDARD))).contains("refuses the connection");
        assertThat(net.tried).hasSize(3);
    }

    @Test
    void aRealRefusalIsRecognised() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Dialer dialer = new Dialer(new ConnectAddress("127.0.0.1", port), ConnectOptions.STANDARD, SystemCalls.REAL);
        assertThat(failure(dialer)).contains("refuses the connection");
    }

    @Test
    void anUnknownHostIsReported() throws Exception {
        Net net = new Net(Map.of(), Map.of());
        assertThat(failure(dialer(net, ConnectOptions.STANDARD))).isEqualTo("Cannot find host 'boiler.example'.");
    }

    @Test
    void aDeadNameServerIsAnUnknownHostWithinTheConnectTimeout() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        long before = System.nanoTime();
        Dialer dialer = dialer(hanging(never, new CountDownLatch(1)), ConnectOptions.STANDARD.withTimeout(100));
        assertThat(failure(dialer)).isEqualTo("Cannot find host 'boiler.example'.");
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(100));
        never.countDown();
    }

    @Test
    void closingEndsAHangingLookUpWithoutAnEvent() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        RecordingSink sink = new RecordingSink();
        ConnectAddress to = new ConnectAddress("boiler.example", 80);
        ConnectOptions options = ConnectOptions.STANDARD.withTimeout(600_000).withReconnect();
        SystemCalls system = hanging(never, asked);
        TcpClient client = new TcpClient(to, options, () -> 1, Rig.LIMITS, system, Backoff.STANDARD);
        CompletableFuture<Throwable> opened =
                CompletableFuture.supplyAsync(() -> catchThrowableOfType(IOException.class, () -> client.open(sink)));
        asked.await();
        client.close();
        assertThat(opened.get(20, TimeUnit.SECONDS)).isInstanceOf(ConnectFailure.class);
        assertThat(sink.events()).isEmpty();
        never.countDown();
    }

    @Test
    void closingEndsAHangingConnect() throws Exception {
        CountDownLatch connecting = new CountDownLatch(1);
        CountDownLatch freed = new CountDownLatch(1);
        SystemCalls system = new SystemCalls() {
            @Override
            public void connect(Socket socket, InetSocketAddress to, int millis) throws IOException {
                connecting.countDown();
                // What the system does when the socket is closed meanwhile.
                while (!socket.isClosed()) {
                    Thread.onSpinWait();
                }
                freed.countDown();
                throw new SocketException("Socket closed");
            }
        };
        RecordingSink sink = new RecordingSink();
        ConnectAddress to = new ConnectAddress("127.0.0.1", 80);
        TcpClient client = new TcpClient(to, ConnectOptions.STANDARD, () -> 1, Rig.LIMITS, system, Backoff.STANDARD);
        CompletableFuture<Throwable> opened =
                CompletableFuture.supplyAsync(() -> catchThrowableOfType(IOException.class, () -> client.open(sink)));
        connecting.await();
        client.close();
        assertThat(freed.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(opened.get(20, TimeUnit.SECONDS)).isInstanceOf(ConnectFailure.class);
        assertThat(sink.events()).isEmpty();
    }

    @Test
    void aForeignLocalAddressIsReported() throws Exception {
        InetSocketAddress from = new InetSocketAddress("203.0.113.9", 0);
        assertThat(failure(local(from))).isEqualTo("This computer has no address 203.0.113.9 to connect from.");
    }

    @Test
    void aLocalPortInUseIsReported() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            InetSocketAddress from = new InetSocketAddress("127.0.0.1", taken.getLocalPort());
            assertThat(failure(local(from)))
                    .isEqualTo("Local port " + taken.getLocalPort()
                            + " is already in use; leave it empty for any free one.");
        }
    }

    @Test
    void aLocalPortConnectedToThisTargetAlreadyIsReported() throws Exception {
        try (ServerSocket server = new ServerSocket(0);
                Socket first = new Socket()) {
            first.setReuseAddress(true);
            first.bind(new InetSocketAddress("127.0.0.1", 0));
            first.connect(new InetSocketAddress("127.0.0.1", server.getLocalPort()));
            ConnectOptions options =
                    ConnectOptions.STANDARD.withLocal((InetSocketAddress) first.getLocalSocketAddress());
            ConnectAddress to = new ConnectAddress("127.0.0.1", server.getLocalPort());
            assertThat(failure(new Dialer(to, options, SystemCalls.REAL)))
                    .startsWith("Local port " + first.getLocalPort() + " still belongs to an earlier connection");
        }
    }

    @Test
    void aConnectionToItselfIsReportedAsRefused() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ConnectAddress self = new ConnectAddress("127.0.0.1", port);
        ConnectOptions from = ConnectOptions.STANDARD.withLocal(new InetSocketAddress("127.0.0.1", port));
        assertThat(failure(new Dialer(self, from, SystemCalls.REAL))).contains("refuses the connection");
    }

    @Test
    void addressesOfAnotherFamilyThanTheLocalOneAreLeftOut() throws Exception {
        Net net = new Net(Map.of("boiler.example", List.of("2001:db8::1")), Map.of());
        InetSocketAddress from = new InetSocketAddress("127.0.0.1", 0);
        assertThat(failure(dialer(net, ConnectOptions.STANDARD.withLocal(from))))
                .isEqualTo("boiler.example:80 cannot be reached from 127.0.0.1: one is IPv4, the other IPv6.");
        assertThat(net.tried).isEmpty();
    }

    @Test
    void aNoteOfAFailureHasTheWordsOfTheFailure() throws Exception {
        for (ConnectFailure.Why why : ConnectFailure.Why.values()) {
            ConnectAddress to = new ConnectAddress("::1", 80);
            ConnectFailure failure = why == ConnectFailure.Why.HANDSHAKE
                    ? new ConnectFailure(to, new Problem("problem.tls.ended", -1, to.text()))
                    : new ConnectFailure(to, why, "a b c");
            Event.Note note = TcpNote.CONNECT_FAILED.note(failure.problem(), 4);
            assertThat(note.number(1, 0)).isEqualTo(4);
            assertThat(note.problem(0).key()).isEqualTo(failure.problem().key());
            assertThat(note.problem(0).arguments()).isEqualTo(failure.problem().arguments());
            assertThat(Bundles.english(note.problem(0))).doesNotContain("{");
            assertThat(Bundles.chinese(note.problem(0))).doesNotContain("{");
        }
        for (List<String> other :
                List.of(List.<String>of(), List.of("x", "4"), List.of("problem.connect.failed", "soon"))) {
            Event.Note note = new Event.Note(null, TcpNote.CONNECT_FAILED, other);
            assertThat(note.problem(0)).isNull();
            assertThat(note.number(1, 0)).isZero();
        }
    }

    private static SystemCalls hanging(CountDownLatch never, CountDownLatch asked) {
        return new SystemCalls() {
            @Override
            public InetAddress[] resolve(String host) {
                asked.countDown();
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                return new InetAddress[0];
            }
        };
    }

    private static Dialer dialer(SystemCalls system, ConnectOptions options) {
        return new Dialer(new ConnectAddress("boiler.example", 80), options, system);
    }

    private static Dialer local(InetSocketAddress from) {
        return new Dialer(
                new ConnectAddress("127.0.0.1", 80), ConnectOptions.STANDARD.withLocal(from), SystemCalls.REAL);
    }

    private static String failure(Dialer dialer) {
        ConnectFailure failure = catchThrowableOfType(ConnectFailure.class, dialer::dial);
        return Bundles.english(ConnectFailure.problem(new ConnectAddress("other", 1), failure));
    }
}
