package dev.earshot.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.net.udp.UdpRig;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Tests each endpoint against other programs such as ncat and socat, where they are installed. */
class CounterpartsTest {
    private static final Charset GB2312 = Charset.forName("GB2312");

    private final RecordingSink sink = new RecordingSink();
    private final AtomicInteger ids = new AtomicInteger();

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private TcpClient client(int port) {
        ConnectAddress to = new ConnectAddress("127.0.0.1", port);
        ConnectOptions options = ConnectOptions.STANDARD.withReconnect(); // until the program listens
        Backoff brief = new Backoff(10, 100, 60_000);
        return new TcpClient(to, options, ids::incrementAndGet, Rig.LIMITS, SystemCalls.REAL, brief);
    }

    @Test
    void aClientOfNcat() throws Exception {
        int port = freePort();
        TcpClient client = client(port);
        try (OtherProgram ncat = new OtherProgram("ncat", "-l", "127.0.0.1", String.valueOf(port))) {
            client.open(sink);
            Peer peer = sink.await(Event.Joined.class).peer();
            client.conversations().send(peer, "from earshot\n".getBytes(UTF_8), Origin.PERSON);
            assertThat(ncat.line()).isEqualTo("from earshot");
            ncat.type("from ncat\n");
            assertThat(sink.awaitBytes(peer, 10)).isEqualTo("from ncat\n".getBytes(UTF_8));
        } finally {
            client.close();
        }
    }

    @Test
    void aClientOfSocatFinishesSendingAndIsStillAnswered() throws Exception {
        int port = freePort();
        TcpClient client = client(port);
        String sorted = "EXEC:sort";
        try (OtherProgram socat =
                new OtherProgram("socat", "-t", "20", "TCP4-LISTEN:" + port + ",bind=127.0.0.1", sorted)) {
            client.open(sink);
            Peer peer = sink.await(Event.Joined.class).peer();
            client.conversations().send(peer, "b\nc\na\n".getBytes(UTF_8), Origin.PERSON);
            assertThat(socat.isRunning()).isTrue();
            client.conversations().finishSending(peer); // only now has sort all it needs
            assertThat(sink.awaitBytes(peer, 6)).isEqualTo("a\nb\nc\n".getBytes(UTF_8));
        } finally {
            client.close();
        }
    }

    @Test
    void datagramsToAndFromNcat() throws Exception {
        try (UdpRig rig = new UdpRig();
                OtherProgram ncat =
                        new OtherProgram("ncat", "-u", "127.0.0.1", String.valueOf(rig.address.getPort()))) {
            ncat.type("hello\n");
            Peer peer = rig.sink.await(Event.Joined.class).peer();
            assertThat(rig.sink.awaitBytes(peer, 6)).isEqualTo("hello\n".getBytes(UTF_8));
            rig.endpoint.conversations().send(peer, "answer\n".getBytes(UTF_8), Origin.PERSON);
            assertThat(ncat.line()).isEqualTo("answer");
        }
    }

    @Test
    void aChatInGb2312WithPython() throws Exception {
        String script = String.join(
                "\n",
                "import socket, sys",
                "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
                "s.bind(('127.0.0.1', 0))",
                "s.sendto('王说你好'.encode('gb2312'), ('127.0.0.1', int(sys.argv[1])))",
                "data, who = s.recvfrom(65536)",
                "print(data.decode('gb2312') == '李说再见', who[1], flush=True)",
                "s.sendto(b'', who)",
                "s.sendto(b'x' * 65507, who)");
        try (UdpRig rig = new UdpRig();
                OtherProgram python =
                        new OtherProgram("python3", "-c", script, String.valueOf(rig.address.getPort()))) {
            Peer peer = rig.sink.await(Event.Joined.class).peer();
            assertThat(new String(rig.sink.awaitBytes(peer, 8), GB2312)).isEqualTo("王说你好");
            rig.endpoint.conversations().send(peer, "李说再见".getBytes(GB2312), Origin.PERSON);
            assertThat(python.line()).isEqualTo("True " + rig.address.getPort());
            rig.sink.awaitBytes(peer, 8 + 65_507);
            assertThat(rig.sink.all(Event.Received.class))
                    .extracting(Event.Received::length)
                    .containsExactly(8, 0, 65_507);
        }
    }

    @Test
    void datagramsToSocatWhichIsCalled() throws Exception {
        int port;
        try (DatagramSocket free = new DatagramSocket()) {
            port = free.getLocalPort();
        }
        try (UdpRig rig = new UdpRig();
                OtherProgram socat =
                        new OtherProgram("socat", "-u", "UDP4-RECV:" + port + ",bind=127.0.0.1", "STDOUT")) {
            Peer peer = rig.endpoint.addPeer(new InetSocketAddress("127.0.0.1", port));
            Thread asking = new Thread(() -> {
                while (!Thread.currentThread().isInterrupted()) { // until it receives, nothing does
                    rig.endpoint.conversations().send(peer, "called\n".getBytes(UTF_8), Origin.PERSON);
                    LockSupport.parkNanos(10_000_000);
                }
            });
            asking.start();
            assertThat(socat.line()).isEqualTo("called");
            asking.interrupt();
            asking.join();
        }
    }

    @Test
    void aRelayBetweenPythonAndSocat() throws Exception {
        int port = freePort();
        String script = String.join(
                "\n",
                "import socket, sys, time",
                "while True:",
                "    s = socket.create_connection(('127.0.0.1', int(sys.argv[1])))",
                "    try:",
                "        s.sendall(b'x' * 300000)",
                "        s.shutdown(socket.SHUT_WR)",
                "        n = 0",
                "        while True:",
                "            d = s.recv(65536)",
                "            if not d: break",
                "            n += len(d)",
                "        if n: break",
                "    except OSError: pass",
                "    time.sleep(0.05)",
                "print(n, flush=True)");
        ConnectAddress to = new ConnectAddress("127.0.0.1", port);
        ListenAddress here = Rig.listen("127.0.0.1", 0);
        Relay relay = new Relay(here, to, RelayOptions.STANDARD, ids::incrementAndGet);
        relay.open(sink);
        String listen = "TCP4-LISTEN:" + port + ",bind=127.0.0.1,reuseaddr,fork";
        try (OtherProgram socat = new OtherProgram("socat", "-t", "20", listen, "EXEC:cat");
                OtherProgram python = new OtherProgram(
                        "python3", "-c", script, String.valueOf(relay.local().getPort()))) {
            assertThat(python.line()).isEqualTo("300000");
            assertThat(socat.isRunning()).isTrue();
        } finally {
            relay.close();
        }
    }
}
