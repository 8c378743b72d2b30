package dev.earshot.ui.send;

import dev.earshot.session.Session;
import dev.earshot.ui.clients.ClientListView;
import javax.swing.ComboBoxModel;
import javax.swing.JComboBox;

/** Finds a client in the list of targets by any part of its name or address, typed without a pause. */
final class TargetFinder implements JComboBox.KeySelectionManager {
    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final Session session;
    private final TargetModel choices;
    private String typed = "";
    private long at;

    TargetFinder(Session session, TargetModel choices) {
        this.session = session;
        this.choices = choices;
    }

    @Override
    public int selectionForKey(char key, ComboBoxModel<?> model) {
        long now = System.nanoTime();
        boolean goesOn = now - at < PAUSE_NANOS;
        typed = (goesOn ? typed : "") + Character.toLowerCase(key);
        at = now;
        int from = Math.max(0, choices.selectedIndex());
        for (int i = 0; i < choices.getSize(); i++) {
            int index = (from + i) % choices.getSize();
            if (choices.getElementAt(index) instanceof Target.One one
                    && ClientListView.matches(one.client(), typed, session)) {
                return index;
            }
        }
        return -1;
    }
}
