package dev.earshot.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.journal.storage.CaptureState;
import dev.earshot.journal.storage.CaptureState.Kind;
import dev.earshot.session.words.Words;
import java.util.List;
import java.util.Locale;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;

class CaptureBarTest {
    private final CaptureBar bar = new CaptureBar(new Words(Locale.ENGLISH));

    private String shown(CaptureState state) {
        bar.show(state);
        return bar.isVisible() ? ((JLabel) bar.getComponent(0)).getText() : "";
    }

    @Test
    void isVisibleWhileTheCaptureIsNotSaved() {
        assertThat(shown(new CaptureState(Kind.KEPT, "", 0, 0))).isEmpty();
        assertThat(shown(new CaptureState(Kind.FAILING, "No space left on device", 3 << 20, 0)))
                .isEqualTo("The capture cannot be written: No space left on device. The latest 3.0 MB are kept in"
                        + " memory.");
        assertThat(shown(new CaptureState(Kind.FAILING, "No space left on device", 16 << 20, 5000)))
                .endsWith(" The latest 16.0 MB are kept in memory, 4.9 KB before them are lost.");
        assertThat(shown(new CaptureState(Kind.KEPT, "", 0, 0))).isEmpty();
        assertThat(shown(new CaptureState(Kind.GONE, "/x", 100, 0)))
                .isEqualTo("The capture was deleted from /x. The latest 100 B are kept in memory.");
        assertThat(shown(new CaptureState(Kind.GONE, "/x", 0, 0))).contains("lost when Earshot quits");
        assertThat(shown(new CaptureState(Kind.DAMAGED, "/x", 0, 5000)))
                .isEqualTo("/x is damaged or ends too early: 4.9 KB of the capture cannot be read and are not shown.");
    }

    @Test
    void speaksBothLanguages() {
        CaptureBar chinese = new CaptureBar(new Words(Locale.SIMPLIFIED_CHINESE));
        for (Kind kind : List.of(Kind.FAILING, Kind.GONE, Kind.DAMAGED)) {
            for (long memory : new long[] {0, 100}) {
                chinese.show(new CaptureState(kind, "x", memory, memory));
                assertThat(((JLabel) chinese.getComponent(0)).getText())
                        .contains("抓包文件")
                        .doesNotContain("{");
            }
        }
    }
}
