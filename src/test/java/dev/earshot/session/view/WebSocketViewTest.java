package dev.earshot.session.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.session.view.MessageView.Evidence;
import org.junit.jupiter.api.Test;

/** The examples are those of RFC 6455, section 5.7. */
class WebSocketViewTest {
    private static final int[] MASKED_HELLO = {0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58};

    private final WebSocketView view = new WebSocketView();
    private final SampleRows rows = new SampleRows();

    @Test
    void aMaskedTextIsUnmasked() {
        DecodedRow message = rows.received(MASKED_HELLO);
        assertThat(view.line(message, FieldTree.ENGLISH)).isEqualTo("Text: Hello");
        assertThat(FieldTree.of(view, message))
                .containsExactly(
                        "Frame 1 = Text: Hello @0-11",
                        "Frame 1/FIN = 1 @0-1",
                        "Frame 1/Opcode = 1 (Text) @0-1",
                        "Frame 1/Length = 5 @1-2",
                        "Frame 1/Masking key = 37 FA 21 3D @2-6",
                        "Frame 1/Payload = Hello @6-11");
    }

    @Test
    void severalFramesAreInOneMessage() {
        DecodedRow message = rows.received(0x01, 3, 'H', 'e', 'l', 0x80, 2, 'l', 'o', 0x89, 0, 0x82, 1, 0xFF);
        assertThat(view.line(message, FieldTree.ENGLISH))
                .isEqualTo("Text (goes on): Hel | Continuation: lo | Ping | Binary: FF");
    }

    @Test
    void aClosingFrameHasItsCodeAndReason() {
        DecodedRow message = rows.received(0x88, 5, 0x03, 0xE9, 'b', 'y', 'e');
        assertThat(view.line(message, FieldTree.ENGLISH)).isEqualTo("Close: 1001 bye");
        assertThat(FieldTree.of(view, message))
                .contains("Frame 1/Payload/Code = 1001 (going away) @2-4", "Frame 1/Payload/Reason = bye @4-7");
        assertThat(FieldTree.of(view, rows.received(0x88, 2, 0x0F, 0xA0))).contains("Frame 1/Payload/Code = 4000 @2-4");
    }

    @Test
    void longLengthsAreRead() {
        int[] frame = new int[4 + 256];
        frame[0] = 0x82;
        frame[1] = 126;
        frame[2] = 1;
        assertThat(FieldTree.of(view, rows.received(frame))).contains("Frame 1/Length = 256 @1-4");
        int[] wide = new int[10 + 65_536];
        wide[0] = 0x82;
        wide[1] = 127;
        wide[7] = 1;
        assertThat(FieldTree.of(view, rows.received(wide))).contains("Frame 1/Length = 65536 @1-10");
    }

    @Test
    void onlyWholeFramesAreShownAndOnlyByChoice() {
        assertThat(view.evidence(rows.received(MASKED_HELLO))).isEqualTo(Evidence.NONE);
        assertThat(view.canShow(rows.received(MASKED_HELLO))).isTrue();
        assertThat(view.canShow(rows.received("hello"))).isFalse();
        assertThat(view.canShow(rows.received("GET / HTTP/1.1\r\n"))).isFalse();
        assertThat(view.canShow(rows.received(0x81, 2, 'h'))).as("cut").isFalse();
        assertThat(view.canShow(rows.received(0x81, 1, 'h', 'x')))
                .as("and more")
                .isFalse();
        assertThat(view.canShow(rows.received(0x09, 0))).as("a ping in parts").isFalse();
        assertThat(view.canShow(rows.received(0x83, 0))).as("an unknown opcode").isFalse();
        assertThat(view.canShow(rows.received(0x81, 126, 0, 1, 'h')))
                .as("a length that is too long")
                .isFalse();
        assertThat(view.canShow(rows.received(0x81, 127, 255, 255, 255, 255, 255, 255, 255, 255)))
                .as("a length below zero")
                .isFalse();
        assertThat(view.canShow(rows.received(new int[0]))).isFalse();
    }
}
