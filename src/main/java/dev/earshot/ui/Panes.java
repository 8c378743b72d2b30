package dev.earshot.ui;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/** The panes of a workspace, from one to the next with a key, round and round. */
final class Panes {

    /**
     * One of them.
     *
     * @param parts where the keyboard is, if it is in this pane
     * @param shown whether it can have the keyboard
     */
    record Pane(List<JComponent> parts, BooleanSupplier shown, Runnable focus) {
        Pane(JComponent part, Runnable focus) {
            this(List.of(part), () -> true, focus);
        }

        private boolean holds(Component focused) {
            return focused != null && parts.stream().anyMatch(part -> SwingUtilities.isDescendingFrom(focused, part));
        }
    }

    private final List<Pane> panes;

    Panes(List<Pane> panes) {
        this.panes = panes;
    }

    /** @param step 1 for the next pane, -1 for the one before */
    void next(int step) {
        Component focused =
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        int at = 0;
        for (int i = 0; i < panes.size(); i++) {
            at = panes.get(i).holds(focused) ? i : at;
        }
        do {
            at = Math.floorMod(at + step, panes.size());
        } while (!panes.get(at).shown().getAsBoolean());
        panes.get(at).focus().run();
    }
}
