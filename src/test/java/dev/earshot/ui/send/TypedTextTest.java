package dev.earshot.ui.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.swing.JTextArea;
import javax.swing.text.BadLocationException;
import javax.swing.undo.UndoManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TypedTextTest {
    private static final String LONG = "0123456789".repeat(TypedText.LONG / 10);

    private final JTextArea area = new JTextArea();
    private final TypedText text = new TypedText(area);

    @BeforeEach
    void wrap() {
        area.setDocument(text);
        area.setLineWrap(true);
    }

    @Test
    void aLineOfAnyLengthIsNotWrappedAndNotLaidOutFromRightToLeft() {
        area.setText("\uD83D\uDE00");
        assertThat(text.getProperty(TypedText.BIDI)).isEqualTo(true);
        area.append(LONG);
        area.append("\uD83D\uDE00");
        assertThat(area.getLineWrap()).isFalse();
        assertThat(text.getProperty(TypedText.BIDI)).isEqualTo(false);
        assertThat(area.getText()).isEqualTo("\uD83D\uDE00" + LONG + "\uD83D\uDE00");
    }

    @Test
    void manyShortLinesAreWrappedAsUsual() {
        area.setText("a line as people type it\n".repeat(5_000));
        assertThat(area.getLineWrap()).isTrue();
    }

    @Test
    void textTypedAfterwardsIsWrappedAgain() {
        area.setText(LONG);
        assertThat(area.getLineWrap()).isFalse();
        area.setText("short");
        assertThat(area.getLineWrap()).isTrue();
    }

    @Test
    void undoBringsALongLineBackWithoutWrappingIt() throws BadLocationException {
        UndoManager undo = new UndoManager();
        area.setText(LONG);
        text.addUndoableEditListener(undo);
        text.remove(0, text.getLength());
        assertThat(area.getLineWrap()).isTrue();
        text.unwrapped(undo::undo);
        assertThat(area.getText()).isEqualTo(LONG);
        assertThat(area.getLineWrap()).isFalse();
    }

    @Test
    void whatWouldBeLongerThanTheLimitIsRefusedWholeAndTold() {
        List<Integer> refused = new ArrayList<>();
        text.onRefused(refused::add);
        area.setText("typed before");
        area.select(0, 5);
        area.replaceSelection("x".repeat(9_000_000));
        assertThat(area.getText()).isEqualTo("typed before");
        area.append("x".repeat(TypedText.MOST));
        area.setText("x".repeat(TypedText.MOST + 1));
        assertThat(refused).containsExactly(9_000_007, TypedText.MOST + 12, TypedText.MOST + 1);
        assertThat(area.getText()).isEqualTo("typed before");
        area.setText("x".repeat(TypedText.MOST));
        assertThat(text.getLength()).isEqualTo(TypedText.MOST);
        area.setText("short");
        assertThat(area.getText()).isEqualTo("short");
        assertThat(refused).hasSize(3);
    }
}
