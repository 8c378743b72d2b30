package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.net.address.AddressFilter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tests each limit of a server alone: what it refuses or ends, and what is reported. */
class ClientLimitsTest {
    private static final Descriptors PLENTY = new Descriptors(Integer.MAX_VALUE, () -> 0);

    private static Rig rig(ClientLimits limits) {
        return new Rig(Rig.LIMITS, new RecordingSink(), SystemCalls.REAL, brief(limits, PLENTY));
    }

    /** An admission that reports the count a second after the last refusal. */
    private static Admission brief(ClientLimits limits, Descriptors descriptors) {
        return new Admission(limits, descriptors, TimeUnit.SECONDS.toNanos(1));
    }

    private static ClientLimits limits(int most, int perAddress, int newPerSecond, AddressFilter addresses) {
        return new ClientLimits(most, perAddress, newPerSecond, 0, 0, 0, 0, addresses);
    }

    private static ClientLimits times(int idle, int firstByte, int unsent, int write) {
        return new ClientLimits(0, 0, 0, idle, firstByte, unsent, write, AddressFilter.ALL);
    }

    /** Connects three clients that are refused; the first is reported at once, and the count when it is over. */
    private static void checkRefused(Rig rig, Event.Note first, LimitNote end) throws Exception {
        int before = rig.sink.all(Event.Joined.class).size();
        for (int i = 0; i < 3; i++) {
            assertThat(rig.connect().getInputStream().read()).isEqualTo(-1);
        }
        rig.sink.awaitNote((LimitNote) first.kind());
        rig.sink.awaitNote(end);
        List<Event.Note> notes = rig.sink.all(Event.Note.class);
        assertThat(notes).hasSize(2);
        assertThat(notes.get(0).kind()).isEqualTo(first.kind());
        assertThat(notes.get(0).arguments().subList(1, first.arguments().size()))
                .isEqualTo(first.arguments().subList(1, first.arguments().size()));
        assertThat(notes.get(1)).isEqualTo(end.note(3));
        assertThat(rig.sink.all(Event.Joined.class)).as("nobody has joined").hasSize(before);
    }

    @Test
    void strangersCannotTakeThePlaceOfThisComputer() throws Exception {
        Descriptors none = new Descriptors(100, () -> 100);
        RecordingSink sink = new RecordingSink();
        for (Admission admission : List.of(
                brief(limits(2, 0, 0, AddressFilter.ALL), PLENTY), brief(limits(0, 0, 0, AddressFilter.ALL), none))) {
            while (admission.admits(from("192.0.2.7"), sink)) {
                // until it is full of them
            }
            assertThat(admission.admits(from("127.0.0.1"), sink)).isTrue();
            assertThat(admission.admits(from("127.0.0.1"), sink))
                    .as("one is enough")
                    .isFalse();
            admission.left(InetAddress.getByName("127.0.0.1"));
            assertThat(admission.admits(from("::1"), sink)).isTrue();
        }
    }

    private static Socket from(String address) throws Exception {
        InetSocketAddress remote = new InetSocketAddress(InetAddress.getByName(address), 50_000);
        return new Socket() {
            @Override
            public SocketAddress getRemoteSocketAddress() {
                return remote;
            }
        };
    }

    @Test
    void noMoreClientsThanSetAreThereAndALeavingOneMakesRoom() throws Exception {
        try (Rig rig = rig(limits(2, 0, 0, AddressFilter.ALL))) {
            Socket one = rig.connect();
            Peer peer = rig.peer(one);
            rig.peer(rig.connect());
            checkRefused(rig, LimitNote.MANY_CLIENTS.note("?", 2), LimitNote.MANY_CLIENTS_END);
            one.close();
            rig.sink.awaitLeft(peer);
            rig.peer(rig.connect());
        }
    }

    @Test
    void noMoreClientsOfOneAddressThanSetAreThere() throws Exception {
        try (Rig rig = rig(limits(0, 1, 0, AddressFilter.ALL))) {
            Socket one = rig.connect();
            Peer peer = rig.peer(one);
            checkRefused(rig, LimitNote.MANY_OF_ADDRESS.note("?", 1), LimitNote.MANY_OF_ADDRESS_END);
            one.close();
            rig.sink.awaitLeft(peer);
            rig.peer(rig.connect());
        }
    }

    @Test
    void noMoreClientsThanSetComeInOneSecond() throws Exception {
        try (Rig rig = rig(limits(0, 0, 1, AddressFilter.ALL))) {
            await().until(() -> {
                rig.connect();
                return !rig.sink.all(Event.Note.class).isEmpty();
            });
            assertThat(rig.sink.all(Event.Note.class).get(0).kind()).isEqualTo(LimitNote.MANY_PER_SECOND);
            int joined = rig.sink.all(Event.Joined.class).size();
            await().until(() -> {
                rig.connect();
                return rig.sink.all(Event.Joined.class).size() > joined;
            });
        }
    }

    @Test
    void addressesThatAreNotAllowedAreRefusedBeforeAByteIsRead() throws Exception {
        AddressFilter others = new AddressFilter(AddressFilter.parseList("10.0.0.0/8"), List.of());
        try (Rig rig = rig(limits(0, 0, 0, others))) {
            checkRefused(rig, LimitNote.NOT_ALLOWED.note("?"), LimitNote.NOT_ALLOWED_END);
            assertThat(rig.sink.all(Event.Received.class)).isEmpty();
        }
    }

    @Test
    void descriptorsAreKeptBackForFilesAndTheNextClientIsServedWhenThereAreMore() throws Exception {
        AtomicInteger open = new AtomicInteger(90);
        Admission few = brief(ClientLimits.STANDARD, new Descriptors(100, open::get));
        try (Rig rig = new Rig(Rig.LIMITS, new RecordingSink(), SystemCalls.REAL, few)) {
            rig.peer(rig.connect()); // the first one of this computer has a place of its own
            checkRefused(rig, LimitNote.FEW_DESCRIPTORS.note("?"), LimitNote.FEW_DESCRIPTORS_END);
            open.set(50);
            rig.peer(rig.connect());
        }
    }

    @Test
    void descriptorsAreCountedAgainBeforeTheRoomIsGivenAway() {
        AtomicInteger open = new AtomicInteger();
        Descriptors descriptors = new Descriptors(100, open::get); // 25 are kept back
        while (descriptors.take()) {
            open.incrementAndGet();
        }
        assertThat(open.get()).isEqualTo(76); // the last one leaves 24 and the one with which they are counted
        Descriptors shared = new Descriptors(1_000, open::get);
        open.set(0);
        while (shared.take()) {
            open.addAndGet(2); // somebody else takes as many
        }
        assertThat(open.get()).isLessThan(1_000);
    }

    @Test
    void aClientThatSendsNothingAtFirstIsDisconnected() throws Exception {
        try (Rig rig = rig(times(0, 1, 0, 0))) {
            Socket talker = rig.connect();
            talker.getOutputStream().write(1);
            Socket client = rig.connect();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            checkEnded(rig, rig.peer(client), LimitNote.NO_FIRST_BYTE.about(rig.peer(client), 1, 1));
            Peer present = rig.peer(talker);
            assertThat(rig.sink.events(present)).noneMatch(Event.Left.class::isInstance);
        }
    }

    @Test
    void anIdleClientIsDisconnectedButNotOneThatSendsOrIsSentTo() throws Exception {
        try (Rig rig = rig(times(2, 0, 0, 0))) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
            await().pollInterval(100, TimeUnit.MILLISECONDS).until(() -> {
                rig.server.conversations().send(peer, new byte[1], Origin.PERSON);
                return System.nanoTime() - until > 0;
            });
            assertThat(rig.sink.all(Event.Note.class)).isEmpty();
            client.getOutputStream().write(1);
            rig.sink.awaitNote(LimitNote.IDLE_CLIENT);
            checkEnded(rig, peer, LimitNote.IDLE_CLIENT.about(peer, 2, 1));
        }
    }

    @Test
    void aClientForWhichTooMuchWaitsIsReset() throws Exception {
        try (Rig rig = rig(times(0, 0, 64 * 1024, 0))) {
            Peer peer = rig.peer(rig.connectSlowReader());
            rig.server.conversations().send(peer, new byte[32 << 20], Origin.PERSON);
            Event.Left left = rig.sink.awaitLeft(peer);
            assertThat(left.why()).isEqualTo(Event.Reason.RESET_HERE);
            assertThat(left.undelivered()).isPositive();
            checkNoted(rig, LimitNote.MUCH_UNSENT.about(peer, 64 * 1024, 1));
        }
    }

    @Test
    void aClientThatReadsNothingForTooLongIsReset() throws Exception {
        try (Rig rig = rig(times(0, 0, 0, 1))) {
            Peer peer = rig.peer(rig.connectSlowReader());
            rig.server.conversations().send(peer, new byte[32 << 20], Origin.PERSON);
            assertThat(rig.sink.awaitLeft(peer).why()).isEqualTo(Event.Reason.RESET_HERE);
            checkNoted(rig, LimitNote.WRITE_DEADLINE.about(peer, 1, 1));
        }
    }

    private static void checkEnded(Rig rig, Peer peer, Event.Note note) throws Exception {
        assertThat(rig.sink.awaitLeft(peer).why()).isEqualTo(Event.Reason.CLOSED_HERE);
        checkNoted(rig, note);
    }

    private static void checkNoted(Rig rig, Event.Note note) {
        assertThat(rig.sink.all(Event.Note.class)).containsExactly(note);
    }
}
