package dev.earshot.ui.send;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.ViewPart;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.KeyboardFocusManager;
import java.util.function.IntConsumer;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.undo.UndoManager;

/** The field in which a message is typed, of several lines and with undo. */
final class SendBox extends JScrollPane implements ViewPart {
    private final JTextArea area = new JTextArea();
    private final UndoManager undo = new UndoManager();
    private final TypedText document = new TypedText(area);
    private boolean low;
    private int textSize = WindowKeys.FONT_SIZE.fallback();

    SendBox(Words words) {
        setViewportView(area);
        area.setDocument(document);
        area.setName("sendBox");
        area.getAccessibleContext().setAccessibleName(words.of("ui.send.box"));
        area.setLineWrap(true);
        area.setMargin(new Insets(UIScale.scale(6), UIScale.scale(8), UIScale.scale(6), UIScale.scale(8)));
        // Tab goes to the next control; a tab to be sent is an escape.
        area.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        area.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        document.addUndoableEditListener(undo);
        SendShortcuts.EDITS.bind(area, WHEN_FOCUSED, this);
        updateUI();
    }

    JTextArea text() {
        return area;
    }

    /** Sets the listener to refused changes; it gets the number of characters that the text would have had. */
    void onRefused(IntConsumer listener) {
        document.onRefused(listener);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (area != null) {
            area.setFont(Theme.mono(textSize));
        }
    }

    @Override
    public void viewChanged(Settings settings) {
        textSize = settings.get(WindowKeys.FONT_SIZE);
        updateUI();
        invalidate();
        if (getParent() != null) {
            getParent().revalidate(); // a scroll pane lays out itself without asking its parent
        }
    }

    @Override
    public Dimension getPreferredSize() {
        // One line of large text, or two where there is room.
        int lines = textSize * 3 / 2 * (low ? 1 : 2) + 14;
        return new Dimension(UIScale.scale(200), UIScale.scale(Math.max(low ? 48 : 56, lines)));
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(UIScale.scale(100), getPreferredSize().height);
    }

    void lower(boolean wanted) {
        low = wanted;
        revalidate();
    }

    /** Marks the field as wrong, and puts the caret at the mistake, if its position is known. */
    void point(int position) {
        outline(true);
        area.requestFocusInWindow();
        if (position >= 0) {
            area.setCaretPosition(Math.min(position, area.getDocument().getLength()));
        }
    }

    void outline(boolean wrong) {
        putClientProperty(FlatClientProperties.OUTLINE, wrong ? FlatClientProperties.OUTLINE_ERROR : null);
    }

    void undo() {
        step(undo.canUndo(), undo::undo);
    }

    void redo() {
        step(undo.canRedo(), undo::redo);
    }

    private void step(boolean possible, Runnable step) {
        if (possible) {
            document.unwrapped(step);
        }
    }
}
