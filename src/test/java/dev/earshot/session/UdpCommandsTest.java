package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.net.udp.MulticastGroup;
import dev.earshot.net.udp.MulticastOptions;
import dev.earshot.net.udp.UdpNote;
import dev.earshot.session.Status.State;
import dev.earshot.session.settings.UdpConfig;
import dev.earshot.session.settings.UdpKind;
import dev.earshot.session.words.EventWords;
import dev.earshot.session.words.Words;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests sessions with a UDP endpoint. */
class UdpCommandsTest {
    private static final Words WORDS = new Words(Locale.ENGLISH);

    @TempDir
    Path folder;

    private final BlockingQueue<Peer> called = new LinkedBlockingQueue<>();
    private final BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
    private Session session;
    private DatagramSocket other;

    @BeforeEach
    void begin() throws Exception {
        session = Session.begin(new CaptureStore(folder), Framing.LINES);
        other = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        other.setSoTimeout(20_000);
    }

    @AfterEach
    void end() {
        session.close();
        other.close();
    }

    private static UdpConfig config(String bind, MulticastOptions multicast, String target) throws Problem {
        Optional<ConnectAddress> to =
                target.isEmpty() ? Optional.empty() : Optional.of(ConnectAddress.parseForDatagrams(target));
        return new UdpConfig(ListenAddress.parse(bind), false, multicast, to);
    }

    private void open(String bind, MulticastOptions multicast, String target) throws Problem {
        UdpConfig config = config(bind, multicast, target);
        assertThat(config.kind()).isEqualTo(UdpKind.KIND);
        session.open(config);
        await().until(() -> session.status().state() == State.OPEN);
    }

    @Test
    void anOldCaptureKnowsTheKindOfItsEndpoint() throws Exception {
        open("127.0.0.1:0", MulticastOptions.STANDARD, "127.0.0.1:" + other.getLocalPort());
        await().until(() -> session.clients().presentCount() == 1);
        session.close();
        Session old = Session.open(new CaptureStore(folder), session.log().capture(), Framing.LINES);
        try {
            assertThat(old.kind()).isEqualTo(UdpKind.KIND);
        } finally {
            old.close();
        }
    }

    private String receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        other.receive(packet);
        return new String(Arrays.copyOf(packet.getData(), packet.getLength()), "gb2312");
    }

    private List<String> events() throws IOException {
        List<String> all = new ArrayList<>();
        try (RowReader rows = session.log().reader()) {
            for (long i = 0; i < rows.count(); i++) {
                Row row = rows.read(i, 1 << 16);
                all.add(EventWords.of(row, WORDS));
            }
        }
        return all;
    }

    @Test
    void theTargetJoinsWithTheEndpointAndCanBeSentTo() throws Exception {
        open("127.0.0.1:0", MulticastOptions.STANDARD, "127.0.0.1:" + other.getLocalPort());
        await().until(() -> session.clients().presentCount() == 1);
        Peer peer = session.clients().present().get(0).peer();
        assertThat(session.sending().send(peer, "你好".getBytes("gb2312"), Origin.PERSON))
                .isTrue();
        assertThat(receive()).isEqualTo("你好");
        assertThat(session.status().problem()).isNull();
    }

    @Test
    void anUnknownTargetIsAProblemAndTheEndpointStaysOpen() throws Exception {
        open("127.0.0.1:0", MulticastOptions.STANDARD, "no-such-host.invalid:7");
        await().until(() -> session.status().problem() != null);
        assertThat(session.status().state()).isEqualTo(State.OPEN);
        String words = WORDS.of(session.status().problem());
        assertThat(words).contains("no-such-host.invalid");
        await().until(() -> events().contains(words));
        session.stop();
        await().until(() -> session.status().state() == State.CLOSED);
        assertThat(session.status().problem()).isNull();
    }

    @Test
    void calledPeersJoinOnceAndInOrder() throws Exception {
        session.open(config("0.0.0.0:0", MulticastOptions.STANDARD, ""));
        // Commands are carried out one after the other: nobody has to wait for the endpoint.
        ConnectAddress to = ConnectAddress.parseForDatagrams("127.0.0.1:" + other.getLocalPort());
        for (int i = 0; i < 20; i++) {
            byte[] number = {(byte) ('a' + i)};
            session.udp().call(to, peer -> session.sending().send(peer, number, Origin.PERSON), problems::add);
        }
        for (int i = 0; i < 20; i++) {
            assertThat(receive()).isEqualTo(Character.toString('a' + i));
        }
        session.udp().call(ConnectAddress.parse("localhost", "9"), called::add, problems::add);
        assertThat(Addresses.port(called.poll(20, TimeUnit.SECONDS).remote())).isEqualTo(9);
        session.udp().call(ConnectAddress.parseForDatagrams("255.255.255.255:9"), called::add, problems::add);
        assertThat(Addresses.port(called.poll(20, TimeUnit.SECONDS).remote())).isEqualTo(9);
        assertThat(session.clients().presentCount()).isEqualTo(3);
        assertThat(problems).isEmpty();
    }

    @Test
    void anAddressThatCannotBeCalledIsAProblem() throws Exception {
        ConnectAddress six = ConnectAddress.parse("[::1]:9");
        session.udp().call(six, called::add, problems::add);
        assertThat(problems.poll(20, TimeUnit.SECONDS).key()).isEqualTo("problem.udp.closed");
        session.udp().join(MulticastGroup.parse("239.255.77.9"), problems::add);
        assertThat(problems.poll(20, TimeUnit.SECONDS).key()).isEqualTo("problem.udp.shut");
        open("127.0.0.1:0", MulticastOptions.STANDARD, "");
        session.udp().call(six, called::add, problems::add);
        assertThat(problems.poll(20, TimeUnit.SECONDS).key()).isEqualTo("problem.udp.family");
        session.udp().call(ConnectAddress.parse("no-such-host.invalid:9"), called::add, problems::add);
        assertThat(problems.poll(20, TimeUnit.SECONDS).key()).isEqualTo("problem.connect.unknown");
        session.close();
        session.udp().call(six, called::add, problems::add);
        assertThat(problems.poll(20, TimeUnit.SECONDS).key()).isEqualTo("problem.udp.closed");
        assertThat(called).isEmpty();
    }

    @Test
    void droppedDatagramsAreCounted() {
        Clients clients = new Clients(new EndpointCommands(() -> {}));
        clients.on(UdpNote.DROPPED.note(3), 0);
        clients.on(UdpNote.DROPPED.note(4), 0);
        assertThat(clients.dropped()).isEqualTo(7);
    }

    @Test
    void groupsAreJoinedAndLeftWhileOpenAndFailuresAreNoted() throws Exception {
        MulticastOptions wanted = new MulticastOptions(
                List.of(MulticastGroup.parse("239.255.77.9@lo"), MulticastGroup.parse("239.255.77.9@none")),
                "",
                1,
                true);
        open("0.0.0.0:0", wanted, "");
        await().until(() -> session.udp().groups().size() == 1);
        await().until(() -> session.status().problem() != null);
        assertThat(session.status().problem().key()).isEqualTo("problem.udp.interface.unknown");
        session.udp().join(MulticastGroup.parse("239.255.77.10@lo"), problems::add);
        session.udp().leave(MulticastGroup.parse("239.255.77.9"), problems::add);
        await().until(() -> session.udp().groups().equals(List.of(MulticastGroup.parse("239.255.77.10@lo"))));
        await().until(() -> events().size() == 5);
        assertThat(events().subList(1, 5))
                .containsExactly(
                        "Receiving multicast group 239.255.77.9 on lo",
                        WORDS.of(session.status().problem()),
                        "Receiving multicast group 239.255.77.10 on lo",
                        "No longer receiving multicast group 239.255.77.9 on lo");
        session.stop();
        await().until(() -> session.udp().groups().isEmpty());
    }
}
