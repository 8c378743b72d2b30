package dev.earshot.ui;

import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import dev.earshot.session.Session;
import dev.earshot.session.compare.ComparedMessage;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.compare.Comparisons;
import java.awt.Frame;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/** Compares messages of one session with each other, or with one of another tab. Confined to the EDT. */
final class RowComparison {
    private final Session session;
    private final Settings settings;
    private final Words words;
    private final Comparisons comparisons;

    /** @param comparisons those of all tabs */
    RowComparison(Session session, Settings settings, Words words, Comparisons comparisons) {
        this.session = session;
        this.settings = settings;
        this.words = words;
        this.comparisons = comparisons;
    }

    void mark(Row message) {
        comparisons.mark(compared(message));
    }

    boolean hasMarked() {
        return comparisons.hasMarked();
    }

    /** Compares the marked message with this one, in a window over that of a component. */
    void openWithMarked(Row message, JComponent part) {
        comparisons.compareWithMarked(compared(message), owner(part), settings, words);
    }

    void open(Row left, Row right, JComponent part) {
        comparisons.compare(compared(left), compared(right), owner(part), settings, words);
    }

    private static Frame owner(JComponent part) {
        return (Frame) SwingUtilities.getWindowAncestor(part);
    }

    private ComparedMessage compared(Row message) {
        String client = VisibleText.of(session.clients().names().label(message.remote()));
        return new ComparedMessage(message, session.log().lens(), client);
    }
}
