package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.earshot.net.Event.Kind;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Multicast and broadcast, where this machine has an interface that knows them. */
class UdpGroupsTest {
    private final AtomicInteger ids = new AtomicInteger();

    private static NetworkInterface multicasting(boolean six) throws IOException {
        NetworkInterface found = NetworkInterface.networkInterfaces()
                .filter(one -> isFit(one, six))
                .findFirst()
                .orElse(null);
        assumeThat(found).as("an interface with multicast").isNotNull();
        return found;
    }

    private static boolean isFit(NetworkInterface one, boolean six) {
        try {
            return one.isUp()
                    && one.supportsMulticast()
                    && one.inetAddresses().anyMatch(ip -> ip instanceof Inet4Address != six);
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void twoProgramsOfAGroupHearEachOtherUntilTheyLeaveIt() throws Exception {
        hearEachOther("239.255.77.1", "0.0.0.0", multicasting(false));
    }

    @Test
    void soTheyDoOverIpv6() throws Exception {
        hearEachOther("ff15::7701", "::", multicasting(true));
    }

    private void hearEachOther(String group, String any, NetworkInterface on) throws Exception {
        InetAddress address = InetAddress.getByName(group);
        RecordingSink ears = new RecordingSink();
        UdpEndpoint listener = open(any, 0, ears);
        UdpEndpoint second = open(any, listener.local().getPort(), new RecordingSink());
        UdpEndpoint speaker = open(any, 0, new RecordingSink());
        try {
            listener.join(address, on);
            listener.join(address, on);
            speaker.multicast(on, 1, true);
            Peer all =
                    speaker.peer(new InetSocketAddress(address, listener.local().getPort()));
            speaker.send(all, new byte[] {1});
            assertThat(ears.await(Event.Received.class).buffer()).containsExactly(1);
            assertThat(ears.await(Event.Received.class).peer().remote().getPort())
                    .isEqualTo(speaker.local().getPort());
            listener.leave(address, on);
            speaker.send(all, new byte[] {2});
            // What comes after it proves that it did not come.
            Peer direct = speaker.peer(new InetSocketAddress(
                    any.equals("::") ? "::1" : "127.0.0.1", listener.local().getPort()));
            speaker.send(direct, new byte[] {3});
            second.close();
            speaker.send(direct, new byte[] {3});
            ears.await(Event.Received.class, received -> received.buffer()[0] == 3);
            assertThat(ears.all(Event.Received.class)).noneMatch(received -> received.buffer()[0] == 2);
            assertThat(ears.all(Event.Note.class))
                    .containsExactly(
                            new Event.Note(null, Kind.GROUP_JOINED, group + " " + on.getName()),
                            new Event.Note(null, Kind.GROUP_LEFT, group + " " + on.getName()));
        } finally {
            listener.close();
            second.close();
            speaker.close();
        }
    }

    @Test
    void withoutLoopbackThisComputerDoesNotHearItself() throws Exception {
        NetworkInterface on = multicasting(false);
        InetAddress group = InetAddress.getByName("239.255.77.2");
        RecordingSink ears = new RecordingSink();
        UdpEndpoint listener = open("0.0.0.0", 0, ears);
        UdpEndpoint speaker = open("0.0.0.0", 0, new RecordingSink());
        try {
            listener.join(group, on);
            Peer all =
                    speaker.peer(new InetSocketAddress(group, listener.local().getPort()));
            speaker.multicast(on, 0, false);
            speaker.send(all, new byte[] {1});
            await(speaker, all);
            speaker.multicast(on, 0, true);
            speaker.send(all, new byte[] {2});
            assertThat(ears.await(Event.Received.class).buffer()).containsExactly(2);
        } finally {
            listener.close();
            speaker.close();
        }
    }

    private static void await(UdpEndpoint speaker, Peer peer) {
        org.awaitility.Awaitility.await().until(() -> speaker.waiting(peer) == 0);
    }

    @Test
    void aBroadcastReachesThisComputerToo() throws Exception {
        InetAddress everybody = NetworkInterface.networkInterfaces()
                .flatMap(one -> one.getInterfaceAddresses().stream())
                .map(InterfaceAddress::getBroadcast)
                .filter(address -> address != null)
                .findFirst()
                .orElse(null);
        assumeThat(everybody).as("an interface with broadcast").isNotNull();
        RecordingSink ears = new RecordingSink();
        UdpEndpoint listener = open("0.0.0.0", 0, ears);
        UdpEndpoint speaker = open("0.0.0.0", 0, new RecordingSink());
        try {
            Peer all = speaker.peer(
                    new InetSocketAddress(everybody, listener.local().getPort()));
            speaker.send(all, new byte[] {1});
            assertThat(ears.await(Event.Received.class).buffer()).containsExactly(1);
        } finally {
            listener.close();
            speaker.close();
        }
    }

    @Test
    void whatIsNoGroupIsRefused() throws Exception {
        NetworkInterface on = multicasting(false);
        UdpEndpoint endpoint = open("0.0.0.0", 0, new RecordingSink());
        try {
            assertThatThrownBy(() -> endpoint.join(InetAddress.getByName("127.0.0.1"), on))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> endpoint.join(InetAddress.getByName("ff15::1"), on))
                    .isInstanceOf(IOException.class);
        } finally {
            endpoint.close();
        }
        assertThatThrownBy(() -> endpoint.join(InetAddress.getByName("239.255.77.1"), on))
                .hasMessage("not open");
    }

    private UdpEndpoint open(String host, int port, RecordingSink sink) throws IOException {
        UdpEndpoint endpoint = new UdpEndpoint(Rig.listen(host, port), true, ids::incrementAndGet);
        endpoint.open(sink);
        return endpoint;
    }
}
