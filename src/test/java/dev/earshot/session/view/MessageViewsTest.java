package dev.earshot.session.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.TextForm;
import dev.earshot.net.Transport;
import dev.earshot.session.Words;
import dev.earshot.session.view.MessageView.Evidence;
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
        assertThat(MessageViews.of(TextForm.TEXT)).isSameAs(MessageViews.AUTOMATIC);
        for (DecodedRow message : List.of(text, binary, packet)) {
            assertThat(MessageViews.of(TextForm.HEX).choose(message)).isInstanceOf(HexView.class);
        }
    }

    @Test
    void theFirstOfTwoViewsWithEqualEvidenceIsChosen() {
        MessageView first = new Sure(Evidence.CONTENT);
        MessageView second = new Sure(Evidence.CONTENT);
        MessageView surer = new Sure(Evidence.PROTOCOL);
        MessageView last = new TextView();
        assertThat(new MessageViews(List.of(first, second, last), true).choose(text))
                .isSameAs(first);
        assertThat(new MessageViews(List.of(last, second, first), true).choose(text))
                .isSameAs(second);
        assertThat(new MessageViews(List.of(last, second, surer), true).choose(text))
                .isSameAs(surer);
    }

    @Test
    void aProtocolHasTheNameOfItsView() {
        assertThat(MessageViews.protocol(Transport.TFTP, ENGLISH)).isEqualTo("TFTP");
        assertThat(MessageViews.protocol(Transport.TCP_IN, ENGLISH)).isEmpty();
        assertThat(MessageViews.protocol(Transport.UDP, ENGLISH)).isEmpty();
    }

    /** Shows any message with this evidence. */
    private static final class Sure implements MessageView {
        private final Evidence evidence;

        Sure(Evidence evidence) {
            this.evidence = evidence;
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
