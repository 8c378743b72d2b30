package dev.earshot.session.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.Transport;
import dev.earshot.session.view.MessageView.Evidence;
import dev.earshot.session.words.Words;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessageViewsTest {
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    private final SampleRows rows = new SampleRows();
    private final DecodedRow text = rows.received("hello\n");
    private final DecodedRow binary = rows.received(0, 1, 2);
    private final DecodedRow packet = new SampleRows().transport(Transport.TFTP).received(0, 4, 0, 1);

    @Test
    void theStrongestEvidenceDecides() {
        assertThat(MessageViews.AUTOMATIC.choose(text)).isInstanceOf(TextView.class);
        assertThat(MessageViews.AUTOMATIC.choose(binary)).isInstanceOf(HexView.class);
        assertThat(MessageViews.AUTOMATIC.choose(packet))
                .as("the protocol of a peer is surer than what its bytes look like")
                .isInstanceOf(TftpView.class);
    }

    @Test
    void scriptsAndTheDetailNeverGetHexAutomatically() {
        assertThat(MessageViews.WITHOUT_HEX.choose(text)).isInstanceOf(TextView.class);
        assertThat(MessageViews.WITHOUT_HEX.choose(binary)).isInstanceOf(TextView.class);
        assertThat(MessageViews.WITHOUT_HEX.choose(packet)).isInstanceOf(TftpView.class);
    }

    @Test
    void hexShowsEveryMessageAsHex() {
        for (DecodedRow message : List.of(text, binary, packet)) {
            assertThat(MessageViews.HEX.choose(message)).isInstanceOf(HexView.class);
        }
    }

    @Test
    void theFirstOfTwoViewsWithEqualEvidenceIsChosen() {
        MessageView first = new Sure(Evidence.CONTENT);
        MessageView second = new Sure(Evidence.CONTENT);
        MessageView surer = new Sure(Evidence.PROTOCOL);
        MessageView last = new TextView();
        assertThat(new MessageViews(List.of(first, second, last), List.of(), true).choose(text))
                .isSameAs(first);
        assertThat(new MessageViews(List.of(last, second, first), List.of(), true).choose(text))
                .isSameAs(second);
        assertThat(new MessageViews(List.of(last, second, surer), List.of(), true).choose(text))
                .isSameAs(surer);
    }

    @Test
    void aProtocolHasTheNameOfItsView() {
        assertThat(MessageViews.protocol(Transport.TFTP, ENGLISH)).isEqualTo("TFTP");
        assertThat(MessageViews.protocol(Transport.TCP_IN, ENGLISH)).isEmpty();
        assertThat(MessageViews.protocol(Transport.UDP, ENGLISH)).isEmpty();
    }

    @Test
    void theDetailHasTheFormsOfTextsByItselfAndTheLogOnlyByChoice() {
        DecodedRow json = rows.received("{\"t\": 1}\n");
        assertThat(MessageViews.CHOSEN.choose(json)).isInstanceOf(TextView.class);
        assertThat(MessageViews.AUTOMATIC.choose(json)).isInstanceOf(TextView.class);
        assertThat(MessageViews.DETAIL.choose(json)).isInstanceOf(JsonView.class);
        assertThat(MessageViews.DETAIL.choose(text)).isInstanceOf(TextView.class);
        assertThat(MessageViews.DETAIL.choose(binary)).isInstanceOf(TextView.class);
        rows.view("json");
        assertThat(MessageViews.CHOSEN.choose(rows.received("{\"t\": 1}\n"))).isInstanceOf(JsonView.class);
        assertThat(MessageViews.CHOSEN.choose(rows.received("hello")))
                .as("what the chosen view cannot show is shown as ever")
                .isInstanceOf(TextView.class);
        assertThat(MessageViews.CHOSEN.choose(rows.received(0, 1))).isInstanceOf(HexView.class);
        assertThat(MessageViews.AUTOMATIC.choose(rows.received("{\"t\": 1}\n")))
                .as("copies and exports do not depend on the choice")
                .isInstanceOf(TextView.class);
    }

    @Test
    void chosenHexAndTextAreForEveryMessage() {
        rows.view("hex");
        assertThat(MessageViews.CHOSEN.choose(rows.received("hello"))).isInstanceOf(HexView.class);
        assertThat(MessageViews.DETAIL.choose(rows.received("hello")))
                .as("the detail has a hex dump anyway")
                .isInstanceOf(TextView.class);
        rows.view("text");
        assertThat(MessageViews.CHOSEN.choose(rows.received(0, 1))).isInstanceOf(TextView.class);
        rows.view("no such view");
        assertThat(MessageViews.CHOSEN.choose(rows.received(0, 1))).isInstanceOf(HexView.class);
    }

    @Test
    void onlyHexThatNobodyHasChosenHasATag() {
        RowFormatter formatter = new RowFormatter(rows.lens(), MessageViews.CHOSEN, ENGLISH);
        assertThat(formatter.format(rows.received(0, 1).row()).tag()).isEqualTo("HEX");
        rows.view("hex");
        formatter = new RowFormatter(rows.lens(), MessageViews.CHOSEN, ENGLISH);
        assertThat(formatter.format(rows.received(0, 1).row()).tag()).isEmpty();
    }

    @Test
    void aClientIsReadAsItsMessagesWereBefore() {
        assertThat(MessageViews.DETAIL.choose(rows.received("T=23.5"))).isInstanceOf(TextView.class);
        assertThat(MessageViews.DETAIL.choose(rows.received("T=23.5 H=40"))).isInstanceOf(KeyValueView.class);
        assertThat(MessageViews.DETAIL.choose(rows.received("T=23.5"))).isInstanceOf(KeyValueView.class);
        assertThat(MessageViews.DETAIL.choose(rows.received("[1]"))).isInstanceOf(JsonView.class);
        assertThat(MessageViews.DETAIL.choose(rows.received("hello"))).isInstanceOf(TextView.class);
    }

    @Test
    void aClientThatTurnsToWebSocketIsReadSo() {
        int[] frame = {0x81, 2, 'h', 'i'};
        assertThat(MessageViews.DETAIL.choose(rows.received(frame))).isInstanceOf(TextView.class);
        String request = "GET /chat HTTP/1.1\r\nHost: a\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\n\r\n";
        assertThat(MessageViews.DETAIL.choose(rows.received(request))).isInstanceOf(HttpView.class);
        assertThat(MessageViews.DETAIL.choose(rows.received(frame))).isInstanceOf(WebSocketView.class);
    }

    @Test
    void theChoicesHaveNamesAndTheOldOnesAreAmongThem() {
        assertThat(MessageViews.IDS)
                .startsWith("auto", "text", "hex", "fields", "json", "xml", "key-value", "http", "websocket");
        assertThat(MessageViews.IDS.stream().map(id -> MessageViews.name(id, ENGLISH)))
                .startsWith("Auto", "Text", "Hex")
                .doesNotHaveDuplicates();
        assertThat(MessageViews.name("no such view", ENGLISH)).isEqualTo("Auto");
    }

    /** Shows any message with this evidence. */
    private static final class Sure implements MessageView {
        private final Evidence evidence;

        Sure(Evidence evidence) {
            this.evidence = evidence;
        }

        @Override
        public String id() {
            return "sure";
        }

        @Override
        public String name(Words words) {
            return "sure";
        }

        @Override
        public Evidence evidence(DecodedRow message) {
            return evidence;
        }

        @Override
        public String line(DecodedRow message, Words words) {
            return "sure";
        }
    }
}
