package dev.earshot.ui;

import dev.earshot.ui.clients.ClientList;
import dev.earshot.ui.connect.ConnectBar;
import dev.earshot.ui.log.LogArea;
import dev.earshot.ui.send.SendBar;
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
        private boolean hasFocus(Component focused) {
            return focused != null && parts.stream().anyMatch(part -> SwingUtilities.isDescendingFrom(focused, part));
        }
    }

    private final List<Pane> panes;

    /**
     * Creates the panes of a workspace.
     *
     * @param sends whether there is a send box
     */
    static PaneSwitcher of(LogColumn column, ClientList clients, ConnectBar connect, boolean sends) {
        LogArea log = column.log();
        SendBar send = column.sendBar();
        return new PaneSwitcher(List.of(
                new Pane(List.of(column.logBar()), () -> false, () -> {}), // from the filter it goes on to the log
                new Pane(List.of(log), log::isLogShown, log::focus),
                new Pane(List.of(log.detail()), log::isDetailShown, log::focusDetail),
                new Pane(List.of(send, column.replyBar()), () -> sends, send::focus),
                new Pane(List.of(clients), clients::isListShown, clients::focus),
                new Pane(List.of(connect), () -> true, connect::focusFirst)));
    }

    /** @param panes in their order; of those that contain each other, the inner one after the outer one */
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
        int at = step > 0 ? panes.size() - 1 : 0; // then the first or the last one is next
        for (int i = 0; i < panes.size(); i++) {
            at = panes.get(i).hasFocus(focused) ? i : at;
        }
        do {
            at = Math.floorMod(at + step, panes.size());
        } while (!panes.get(at).shown().getAsBoolean());
        panes.get(at).focus().run();
    }
}
