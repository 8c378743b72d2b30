package dev.earshot.ui.log;

import dev.earshot.fields.MessageLayout;
import dev.earshot.session.FieldLayouts;
import dev.earshot.session.settings.ViewId;
import dev.earshot.session.view.MessageViews;
import dev.earshot.ui.plain.PlainComboBox;
import java.awt.event.ActionListener;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.DefaultComboBoxModel;

/** Lists the ids of the views that the box above the log offers, among them the fields by each layout of the user. */
final class ViewChoices {
    private ViewChoices() {}

    /** @param chosen the present choice, which is offered even if its layout is not the user's or not known */
    static List<String> of(FieldLayouts layouts, String chosen) {
        List<String> ids = new ArrayList<>(MessageViews.IDS);
        List<String> own = new ArrayList<>();
        for (MessageLayout layout : layouts.own()) {
            own.add(ViewId.ofLayout(layout.name()));
        }
        if (ViewId.layout(chosen) != null && !own.contains(chosen)) {
            own.add(chosen);
        }
        ids.addAll(ids.indexOf(ViewId.FIELDS) + 1, own);
        return ids;
    }

    /** Returns the choices of a box. */
    static List<String> in(PlainComboBox<String> box) {
        return IntStream.range(0, box.getItemCount()).mapToObj(box::getItemAt).toList();
    }

    /** Replaces the choices of a box, and keeps the chosen one without choosing it again. */
    static void put(List<String> ids, PlainComboBox<String> box) {
        ActionListener[] listeners = box.getActionListeners();
        for (ActionListener listener : listeners) {
            box.removeActionListener(listener);
        }
        DefaultComboBoxModel<String> model = new DefaultComboBoxModel<>(ids.toArray(String[]::new));
        model.setSelectedItem(box.getSelectedItem());
        box.setModel(model);
        for (int i = listeners.length - 1; i >= 0; i--) {
            box.addActionListener(listeners[i]);
        }
    }
}
