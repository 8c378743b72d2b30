package dev.earshot.ui;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/** Moves the focus from pane to pane of a workspace, and from the last one to the first. */
final class PaneSwitcher {

    /**
     * A part of the workspace that can have the focus.
     *
     * @param parts the components of which one has the focus while this pane has it
     * @param shown whether the pane can have the focus now
     * @param focus gives the focus to the pane
     */
    record Pane(List<JComponent> parts, BooleanSupplier shown, Runnable focus) {
        Pane(JComponent part, Runnable focus) {
            this(List.of(part), () -> true, focus);
        }

        private boolean hasFocus(Component focused) {
            return focused != null && parts.stream().anyMatch(part -> SwingUtilities.isDescendingFrom(focused, part));
        }
    }

    private final List<Pane> panes;

    PaneSwitcher(List<Pane> panes) {
        this.panes = panes;
    }

    /**
     * Gives the focus to another pane.
     *
     * @param step 1 for the next pane, -1 for the one before
     */
    void next(int step) {
        Component focused =
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        int at = 0;
        for (int i = 0; i < panes.size(); i++) {
            at = panes.get(i).hasFocus(focused) ? i : at;
        }
        do {
            at = Math.floorMod(at + step, panes.size());
        } while (!panes.get(at).shown().getAsBoolean());
        panes.get(at).focus().run();
    }
}
