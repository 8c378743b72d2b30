package dev.earshot.ui.send;

import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Hairline;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/**
 * Shows a line with a stop button for each background send. A line keeps its place above the send box as long as it is
 * shown: a new one comes above the others, and one that ends below another leaves its place empty.
 */
final class ActiveSendLines extends JPanel {
    private final transient Words words;
    private final transient Runnable takeFocus;

    /** @param takeFocus gives the keyboard to the send box, when the line that had it goes */
    ActiveSendLines(Words words, Runnable takeFocus) {
        super(new MigLayout("insets 4 12 2 12, gap 0 2, wrap 1, fillx"));
        this.words = words;
        this.takeFocus = takeFocus;
        setName("ongoingLines");
        setBorder(Hairline.top());
        setVisible(false);
    }

    /** Shows these sends, and removes those from the list whose lines can go. */
    void refresh(List<ActiveSend> all) {
        boolean changed = false;
        for (ActiveSend one : List.copyOf(all)) {
            ActiveSendLine line = lineOf(one);
            if (line == null) {
                line = new ActiveSendLine(one, words);
                add(line, "growx", 0);
                changed = true;
            }
            line.refresh();
            if (line.canGo()) {
                all.remove(one);
            }
        }
        for (ActiveSendLine line : lines()) {
            if (line.isShown() && !all.contains(line.send())) {
                empty(line);
                changed = true;
            }
        }
        if (changed) {
            removeEmptyAbove();
            setVisible(getComponentCount() > 0);
            revalidate();
            repaint();
        }
    }

    private void empty(ActiveSendLine line) {
        Component focused =
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        if (focused != null && SwingUtilities.isDescendingFrom(focused, line)) {
            takeFocus.run();
        }
        line.empty();
    }

    private void removeEmptyAbove() {
        for (ActiveSendLine line : lines()) {
            if (line.isShown()) {
                return;
            }
            remove(line);
        }
    }

    private ActiveSendLine lineOf(ActiveSend send) {
        return lines().stream()
                .filter(line -> line.isShown() && line.send() == send)
                .findFirst()
                .orElse(null);
    }

    private List<ActiveSendLine> lines() {
        return List.of(getComponents()).stream().map(ActiveSendLine.class::cast).toList();
    }
}
