package dev.earshot.session.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Problem;
import dev.earshot.journal.Row;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.net.RelayNote;
import dev.earshot.net.udp.UdpNote;
import java.net.InetSocketAddress;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EventWordsTest {
    private static final Words ENGLISH = new Words(Locale.ENGLISH);
    private static final Peer PEER =
            new Peer(1, new InetSocketAddress("127.0.0.1", 8080), new InetSocketAddress("127.0.0.1", 50112));

    @Test
    void everyReasonForLeavingHasItsOwnWords() {
        assertThat(left(Event.Reason.CLOSED_BY_PEER, 0, 252_000)).isEqualTo("closed by client (FIN) after 4 min 12 s");
        assertThat(EventWords.of(new Event.Left(PEER, Event.Reason.HALF_CLOSED, 0, "60"), ENGLISH))
                .isEqualTo("closed here, as the client had finished sending (FIN) and nothing more was to be sent for"
                        + " 60 s");
        assertThat(left(Event.Reason.HALF_CLOSED, 0, 9_000))
                .as("of a changed capture")
                .isEqualTo("closed here after 9 s, as the client had finished sending (FIN) and nothing more was to be"
                        + " sent");
        assertThat(left(Event.Reason.RESET_BY_PEER, 1024, 0))
                .isEqualTo("reset by client (RST), 1,024 bytes of ours not delivered");
        assertThat(left(Event.Reason.CLOSED_HERE, 1, 80))
                .isEqualTo("closed here after 80 ms, 1 byte of ours not delivered");
        assertThat(left(Event.Reason.RESET_HERE, 0, 0)).isEqualTo("reset here (RST)");
        assertThat(left(Event.Reason.FAILED, 0, 0)).isEqualTo("failed: Broken pipe");
    }

    @Test
    void oneByteIsNotSeveral() {
        Event notSent = UdpNote.NOT_SENT.about(PEER, 1, "Network is unreachable");
        assertThat(EventWords.of(notSent, ENGLISH)).isEqualTo("1 byte was not sent: Network is unreachable");
        assertThat(EventWords.of(RelayNote.CUT_AFTER.about(PEER, 1), ENGLISH))
                .isEqualTo("cut after 1 byte, as set in the options");
        assertThat(ENGLISH.of(new Problem("problem.replay.lost", -1, "10.0.0.8:502", 1L)))
                .isEqualTo("10.0.0.8:502 left without taking the last byte.");
        assertThat(ENGLISH.of(new Problem("problem.replay.lost", -1, "10.0.0.8:502", 1024L)))
                .isEqualTo("10.0.0.8:502 left without taking the last 1,024 bytes.");
    }

    @Test
    void aPortHasNoGroupingSeparator() {
        Event opened = new Event.Opened(new InetSocketAddress("127.0.0.1", 8080));
        assertThat(EventWords.of(opened, ENGLISH)).isEqualTo("Listening on 127.0.0.1:8080");
    }

    private static String left(Event.Reason why, long undelivered, long lastedMillis) {
        Event left = new Event.Left(PEER, why, undelivered, "Broken pipe");
        Row row = new Row(0, Row.Kind.EVENT, 0, 1, PEER.remote(), left, lastedMillis, 0, new byte[0], Origin.PERSON);
        return EventWords.of(row, ENGLISH);
    }
}
