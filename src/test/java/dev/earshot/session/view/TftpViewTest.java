package dev.earshot.session.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.Transport;
import dev.earshot.session.words.Words;
import dev.earshot.tftp.TftpPacket;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TftpViewTest {
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    private final TftpView view = new TftpView();

    @Test
    void wordsOfPacketsCannotBeForged() {
        assertThat(TftpView.line(new TftpPacket.Data(65_535, "a".getBytes(UTF_8), 0, 1), ENGLISH))
                .isEqualTo("DATA block 65535, 1 byte");
        assertThat(TftpView.line(new TftpPacket.Ack(4_000), ENGLISH)).isEqualTo("ACK block 4000");
        assertThat(TftpView.line(new TftpPacket.Failure(1, "a\n<html>\u202E{0}''"), ENGLISH))
                .isEqualTo("ERROR 1: a\\n<html>\\u202E{0}''");
        assertThat(TftpView.line(new TftpPacket.Request(true, "f", "octet", Map.of("tsize", "9")), ENGLISH))
                .isEqualTo("WRQ f, octet, tsize=9");
        assertThat(TftpView.line(new TftpPacket.OptionAck(Map.of("blksize", "8")), ENGLISH))
                .isEqualTo("OACK blksize=8");
        assertThat(TftpView.line(new TftpPacket.Unknown(9, 1_234), ENGLISH)).isEqualTo("not TFTP: 1,234 bytes");
        assertThat(TftpView.line(new TftpPacket.Ack(7), new Words(Locale.CHINESE)))
                .isEqualTo("ACK 第 7 块");
    }

    @Test
    void packetsAreInWordsInTheLineAndTheDetail() {
        SampleRows rows = new SampleRows().transport(Transport.TFTP);
        DecodedRow data = rows.received(0, 3, 0, 7, 'h', 'i');
        assertThat(view.line(data, ENGLISH)).isEqualTo("DATA block 7, 2 bytes");
        assertThat(view.tag(data, ENGLISH)).isEmpty();
        MessageDetail detail = view.detail(data, new int[] {4, 6}, ENGLISH);
        assertThat(detail.facts()).containsExactly("TFTP");
        assertThat(detail.text()).isEqualTo("DATA block 7, 2 bytes");
        assertThat(detail.hits()).as("the words are none of its bytes").isEmpty();
    }

    @Test
    void aPartlyReadPacketHasTheLengthOfTheWhole() {
        SampleRows rows = new SampleRows().transport(Transport.TFTP);
        assertThat(view.line(rows.beginning(516, 0, 3, 0, 7, 'h', 'i'), ENGLISH))
                .isEqualTo("DATA block 7, 512 bytes");
    }

    @Test
    void onlyTheTransportTftpIsHandled() {
        assertThat(view.handles(Transport.TFTP)).isTrue();
        assertThat(view.handles(Transport.UDP)).isFalse();
        assertThat(view.handles(null)).isFalse();
        int[] ack = {0, 4, 0, 1};
        assertThat(view.evidence(new SampleRows().transport(Transport.TFTP).received(ack)))
                .isEqualTo(MessageView.Evidence.PROTOCOL);
        assertThat(view.evidence(new SampleRows().transport(Transport.UDP).received(ack)))
                .isEqualTo(MessageView.Evidence.NONE);
    }
}
