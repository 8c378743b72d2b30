package dev.earshot.net.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.earshot.codec.Problem;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.net.RecordingSink;
import dev.earshot.net.Rig;
import dev.earshot.net.address.Addresses;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Tests multicast and broadcast, where an interface of this computer supports them. */
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
    void twoMembersOfAGroupReceiveFromEachOtherUntilTheyLeave() throws Exception {
        receiveFromEachOther("239.255.77.1", "0.0.0.0", multicasting(false));
    }

    @Test
    void twoMembersOfAnIpv6GroupReceiveFromEachOtherUntilTheyLeave() throws Exception {
        receiveFromEachOther("ff15::7701", "::", multicasting(true));
    }

    private void receiveFromEachOther(String group, String any, NetworkInterface on) throws Exception {
        InetAddress address = InetAddress.getByName(group);
        RecordingSink listenerSink = new RecordingSink();
        UdpEndpoint listener = open(any, 0, listenerSink);
        UdpEndpoint second = open(any, listener.local().getPort(), new RecordingSink());
        UdpEndpoint speaker = open(any, 0, new RecordingSink());
        try {
            listener.join(new MulticastGroup(address, on.getName()));
            listener.join(new MulticastGroup(address, on.getName()));
            speaker.setMulticast(via(on, 1, true));
            Peer all = speaker.addPeer(
                    new InetSocketAddress(address, listener.local().getPort()));
            speaker.conversations().send(all, new byte[] {1}, Origin.PERSON);
            assertThat(listenerSink.await(Event.Received.class).buffer()).containsExactly(1);
            assertThat(Addresses.port(
                            listenerSink.await(Event.Received.class).peer().remote()))
                    .isEqualTo(speaker.local().getPort());
            listener.leave(new MulticastGroup(address, ""));
            speaker.conversations().send(all, new byte[] {2}, Origin.PERSON);
            // The arrival of the next datagram proves that this one did not arrive.
            Peer direct = speaker.addPeer(new InetSocketAddress(
                    any.equals("::") ? "::1" : "127.0.0.1", listener.local().getPort()));
            speaker.conversations().send(direct, new byte[] {3}, Origin.PERSON);
            second.close();
            speaker.conversations().send(direct, new byte[] {3}, Origin.PERSON);
            listenerSink.await(Event.Received.class, received -> received.buffer()[0] == 3);
            assertThat(listenerSink.all(Event.Received.class)).noneMatch(received -> received.buffer()[0] == 2);
            assertThat(listenerSink.all(Event.Note.class))
                    .containsExactly(
                            UdpNote.GROUP_JOINED.note(group, on.getName()),
                            UdpNote.GROUP_LEFT.note(group, on.getName()));
        } finally {
            listener.close();
            second.close();
            speaker.close();
        }
    }

    @Test
    void withoutLoopbackThisComputerDoesNotReceiveItsOwnDatagrams() throws Exception {
        NetworkInterface on = multicasting(false);
        InetAddress group = InetAddress.getByName("239.255.77.2");
        RecordingSink listenerSink = new RecordingSink();
        UdpEndpoint listener = open("0.0.0.0", 0, listenerSink);
        UdpEndpoint speaker = open("0.0.0.0", 0, new RecordingSink());
        try {
            listener.join(new MulticastGroup(group, on.getName()));
            Peer all = speaker.addPeer(
                    new InetSocketAddress(group, listener.local().getPort()));
            speaker.setMulticast(via(on, 0, false));
            speaker.conversations().send(all, new byte[] {1}, Origin.PERSON);
            await(speaker, all);
            speaker.setMulticast(via(on, 0, true));
            speaker.conversations().send(all, new byte[] {2}, Origin.PERSON);
            assertThat(listenerSink.await(Event.Received.class).buffer()).containsExactly(2);
        } finally {
            listener.close();
            speaker.close();
        }
    }

    private static void await(UdpEndpoint speaker, Peer peer) {
        org.awaitility.Awaitility.await().until(() -> speaker.conversations().waitingBytes(peer) == 0);
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
        RecordingSink listenerSink = new RecordingSink();
        UdpEndpoint listener = open("0.0.0.0", 0, listenerSink);
        UdpEndpoint speaker = open("0.0.0.0", 0, new RecordingSink());
        try {
            Peer all = speaker.addPeer(
                    new InetSocketAddress(everybody, listener.local().getPort()));
            speaker.conversations().send(all, new byte[] {1}, Origin.PERSON);
            assertThat(listenerSink.await(Event.Received.class).buffer()).containsExactly(1);
        } finally {
            listener.close();
            speaker.close();
        }
    }

    private static MulticastOptions via(NetworkInterface on, int hops, boolean loopback) {
        return new MulticastOptions(List.of(), on.getName(), hops, loopback);
    }

    @Test
    void aGroupWithoutAnInterfaceIsReceivedWhereTheEndpointSends() throws Exception {
        NetworkInterface on = multicasting(false);
        UdpEndpoint endpoint = open("0.0.0.0", 0, new RecordingSink());
        try {
            endpoint.setMulticast(via(on, 1, true));
            endpoint.join(MulticastGroup.parse("239.255.77.3"));
            endpoint.join(MulticastGroup.parse("239.255.77.4@lo"));
            assertThat(endpoint.groups())
                    .extracting(MulticastGroup::text)
                    .containsExactly("239.255.77.3@" + on.getName(), "239.255.77.4@lo");
            endpoint.leave(MulticastGroup.parse("239.255.77.4"));
            assertThat(endpoint.groups()).hasSize(1);
        } finally {
            endpoint.close();
        }
    }

    @Test
    void theLoopbackInterfaceSupportsGroupsToo() throws Exception {
        assumeThat(NetworkInterface.getByName("lo"))
                .as("an interface called lo")
                .isNotNull();
        RecordingSink listenerSink = new RecordingSink();
        UdpEndpoint listener = open("0.0.0.0", 0, listenerSink);
        UdpEndpoint speaker = open("0.0.0.0", 0, new RecordingSink());
        try {
            listener.join(MulticastGroup.parse("239.255.77.5@127.0.0.1"));
            speaker.setMulticast(new MulticastOptions(List.of(), "lo", 1, true));
            Peer all = speaker.addPeer(
                    new InetSocketAddress("239.255.77.5", listener.local().getPort()));
            speaker.conversations().send(all, new byte[] {1}, Origin.PERSON);
            assertThat(listenerSink.await(Event.Received.class).buffer()).containsExactly(1);
        } finally {
            listener.close();
            speaker.close();
        }
    }

    @Test
    void groupsThatCannotBeReceivedAreRefusedWithTheReason() throws Exception {
        UdpEndpoint four = open("0.0.0.0", 0, new RecordingSink());
        UdpEndpoint one = open("127.0.0.1", 0, new RecordingSink());
        try {
            refuses(() -> four.join(MulticastGroup.parse("ff15::1")), "problem.udp.group.family");
            refuses(() -> four.join(MulticastGroup.parse("239.255.77.1@none")), "problem.udp.interface.unknown");
            refuses(
                    () -> four.join(new MulticastGroup(InetAddress.getByName("127.0.0.1"), "")),
                    "problem.udp.group.failed");
            refuses(() -> one.join(MulticastGroup.parse("239.255.77.1")), "problem.udp.group.bound");
            refuses(
                    () -> four.setMulticast(new MulticastOptions(List.of(), "none", 1, true)),
                    "problem.udp.interface.unknown");
            assertThat(four.groups()).isEmpty();
        } finally {
            four.close();
            one.close();
        }
        refuses(() -> four.join(MulticastGroup.parse("239.255.77.1")), "problem.udp.shut");
    }

    private static void refuses(ThrowingCallable action, String key) {
        assertThatThrownBy(action).isInstanceOf(Problem.class).hasMessageStartingWith(key + " ");
    }

    private UdpEndpoint open(String host, int port, RecordingSink sink) throws IOException {
        UdpEndpoint endpoint = new UdpEndpoint(Rig.listen(host, port), true, ids::incrementAndGet);
        endpoint.open(sink);
        return endpoint;
    }
}
