package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Journal;
import dev.earshot.journal.JournalFactory;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.session.Traffic.Count;
import dev.earshot.session.Traffic.Rate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;

    private final Clients clients = new Clients(new EndpointCommands(() -> {}));
    private Journal journal;
    private Traffic traffic;
    private long time = 1;

    @BeforeEach
    void begin() throws IOException {
        journal = JournalFactory.create(folder.resolve("a.pcapng"), folder, Framing.LINES, clients::on);
        traffic = new Traffic(journal, clients, peer -> peer.id() * 10L);
    }

    @AfterEach
    void end() throws IOException {
        journal.close();
    }

    private Client joins(int id) {
        Peer peer =
                new Peer(id, new InetSocketAddress("127.0.0.1", 8080), new InetSocketAddress("127.0.0.1", 40_000 + id));
        journal.on(new Event.Joined(peer));
        return clients.find(peer);
    }

    private void receives(Client client, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        journal.on(new Event.Received(client.peer(), bytes, 0, bytes.length, 0));
    }

    private void sends(Client client, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        journal.on(new Event.Sending(client.peer(), bytes, 0, bytes.length, true));
    }

    private void leaves(Client client) {
        journal.on(new Event.Left(client.peer(), Event.Reason.CLOSED_BY_PEER, 0, ""));
    }

    private boolean measureAfter(long seconds) {
        time += seconds * SECOND;
        return traffic.measure(time);
    }

    @Test
    void countsAreKeptForEachClientAndForAllAfterItHasLeft() {
        Client one = joins(1);
        Client two = joins(2);
        receives(one, "a\nb\nhalf");
        receives(two, "c\n");
        sends(two, "answer");
        assertThat(traffic.total(one)).isEqualTo(new Count(8, 0, 2, 0));
        assertThat(traffic.total(two)).isEqualTo(new Count(2, 6, 1, 1));
        leaves(one);
        assertThat(traffic.total(one)).as("what was open has ended").isEqualTo(new Count(8, 0, 3, 0));
        assertThat(traffic.total()).isEqualTo(new Count(10, 6, 4, 1));
        assertThat(traffic.bytes(two)).isEqualTo(8);
    }

    @Test
    void countsOfClientsThatLeftLongAgoAreDropped() {
        Client first = joins(1);
        receives(first, "a\n");
        leaves(first);
        for (int id = 2; id <= 300; id++) {
            leaves(joins(id));
        }
        assertThat(traffic.total(first)).isEqualTo(new Count(2, 0, 0, 0));
        assertThat(traffic.total()).isEqualTo(new Count(2, 0, 1, 0));
        assertThat(clients.all()).hasSize(200);
    }

    @Test
    void countsBeginAnewAtAReset() {
        Client one = joins(1);
        Client two = joins(2);
        receives(one, "a\n");
        receives(two, "b\n");
        long before = System.currentTimeMillis();
        traffic.reset(one);
        assertThat(traffic.since(one)).isBetween(before, System.currentTimeMillis());
        assertThat(traffic.since(two)).isEqualTo(two.joinedAt());
        receives(one, "more\n");
        assertThat(traffic.total(one)).isEqualTo(new Count(5, 0, 1, 0));
        assertThat(traffic.total(two)).isEqualTo(new Count(2, 0, 1, 0));
        assertThat(traffic.total()).isEqualTo(new Count(9, 0, 3, 0));
        traffic.reset();
        assertThat(traffic.total()).isEqualTo(Count.NONE);
        assertThat(traffic.bytes(one)).isEqualTo(5);
        assertThat(journal.rows()).as("nothing but the view").isEqualTo(5);
    }

    @Test
    void aChangeOfTheFramingUndoesAReset() throws IOException {
        Client one = joins(1);
        receives(one, "a\nb\n");
        traffic.reset(one);
        measureAfter(1);
        journal.reframe(Framing.RECEIVED);
        assertThat(traffic.total(one)).isEqualTo(new Count(4, 0, 1, 0));
        assertThat(traffic.since(one)).isEqualTo(one.joinedAt());
        measureAfter(1);
        assertThat(traffic.rate()).as("cutting anew is no traffic").isEqualTo(Rate.NONE);
    }

    @Test
    void aRateIsAveragedOverTheLastSecondsAndFallsToZero() {
        Client one = joins(1);
        Client two = joins(2);
        assertThat(measureAfter(0)).isTrue();
        receives(one, "12345678\n");
        sends(one, "abc");
        assertThat(traffic.measure(time + SECOND / 2)).as("not yet a second").isFalse();
        measureAfter(1);
        Rate rate = new Rate(3, 1, 1 / 3f, 1 / 3f);
        assertThat(traffic.rate(one).bytesIn()).isEqualTo(3);
        assertThat(traffic.rate(one).messagesIn()).isBetween(0.33, 0.34);
        assertThat(traffic.rate()).isEqualTo(traffic.rate(one));
        assertThat(traffic.rate(two)).isEqualTo(Rate.NONE);
        assertThat(traffic.rate().bytesOut()).isEqualTo(rate.bytesOut());
        measureAfter(1);
        measureAfter(1);
        assertThat(traffic.rate(one).bytesIn()).isEqualTo(3);
        measureAfter(1);
        assertThat(traffic.rate(one)).isEqualTo(Rate.NONE);
        assertThat(traffic.rate()).isEqualTo(Rate.NONE);
    }

    @Test
    void aClientHasAHistoryOnlyWhileItHasTraffic() {
        Client one = joins(1);
        measureAfter(0);
        measureAfter(1);
        assertThat(traffic.lastMinute(one)).isNull();
        receives(one, "x".repeat(120));
        measureAfter(2);
        RateHistory minute = traffic.lastMinute(one);
        assertThat(minute.peak()).as("in each of two seconds").isEqualTo(60);
        assertThat(minute.in(RateHistory.SECONDS - 1)).isEqualTo(60);
        assertThat(minute.in(RateHistory.SECONDS - 2)).isEqualTo(60);
        assertThat(minute.in(RateHistory.SECONDS - 3)).isZero();
        leaves(one);
        measureAfter(57);
        measureAfter(1);
        assertThat(traffic.lastMinute(one).peak()).isEqualTo(60);
        measureAfter(5);
        assertThat(traffic.lastMinute(one)).isNull();
        assertThat(traffic.lastMinute().peak()).isZero();
    }

    @Test
    void nothingWaitsForAClientThatHasLeft() {
        Client seven = joins(7);
        assertThat(traffic.waiting(seven)).isEqualTo(70);
        leaves(seven);
        assertThat(traffic.waiting(seven)).isZero();
    }
}
