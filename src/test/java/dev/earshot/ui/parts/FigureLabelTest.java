package dev.earshot.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.EventQueue;
import javax.swing.JPanel;
import org.junit.jupiter.api.Test;

class FigureLabelTest {
    private final Counted label = new Counted();

    /** Counts how often it wants to be laid out anew. */
    private static final class Counted extends FigureLabel {
        int count;

        @Override
        public void invalidate() {
            count++;
            super.invalidate();
        }
    }

    private void place(String text) {
        new JPanel().add(label);
        label.setText(text);
        label.setSize(label.getPreferredSize());
        label.count = 0;
    }

    private static void onEdt(Runnable task) throws Exception {
        EventQueue.invokeAndWait(task);
    }

    @Test
    void anotherFigureOfAboutTheSameWidthIsNotLaidOutAnew() throws Exception {
        onEdt(() -> {
            place("1,234 rows");
            for (int i = 0; i < 100; i++) {
                label.setText("1,2" + (10 + i % 10) + " rows");
                label.getPreferredSize();
            }
            assertThat(label.count).isZero();
        });
    }

    @Test
    void aMuchLongerOrShorterFigureIs() throws Exception {
        onEdt(() -> {
            place("0");
            label.setText("1,234,567,890 rows");
            assertThat(label.count).isPositive();
            place("1,234,567,890 rows");
            label.setText("0");
            assertThat(label.count).isPositive();
        });
    }

    @Test
    void theTextAlwaysFits() throws Exception {
        onEdt(() -> {
            for (String text : new String[] {"", "1", "12", "1,234", "1,234,567 rows", "温度 1,234"}) {
                place(text);
                int needed = label.getFontMetrics(label.getFont()).stringWidth(text);
                assertThat(label.getWidth()).isGreaterThanOrEqualTo(needed);
            }
        });
    }
}
