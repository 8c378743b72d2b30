package dev.earshot.ui.log;

import dev.earshot.session.settings.Settings;
import dev.earshot.ui.log.detail.DetailPane;
import dev.earshot.ui.log.detail.DetailPart;
import dev.earshot.ui.log.detail.MarkActions;
import java.awt.BorderLayout;
import java.util.function.Supplier;
import javax.swing.JPanel;

/**
 * The place of the detail below the log. The detail is made when it first has to show a row, because a start needs none
 * of it, and not even its class: so there is no lambda here. Confined to the EDT.
 */
final class DetailPlace extends JPanel {
    private final transient Supplier<DetailPane> maker;
    private DetailPane pane; // null until a row is shown
    private transient MarkActions actions; // null until they are set
    private transient Settings settings; // null until they have changed
    private int columns; // 0 until they are set

    /** @param maker makes the detail; called once */
    DetailPlace(Supplier<DetailPane> maker) {
        super(new BorderLayout());
        this.maker = maker;
    }

    private DetailPane pane() {
        if (pane == null) {
            pane = maker.get();
            if (columns > 0) {
                pane.columns(columns);
            }
            if (actions != null) {
                pane.actions(actions);
            }
            if (settings != null) {
                pane.viewChanged(settings);
            }
            add(pane);
            revalidate();
        }
        return pane;
    }

    /** Shows the row of a number in the whole log. */
    void show(long number) {
        pane().show(number);
    }

    /** Reads the shown row again. */
    void reload() {
        if (pane != null) {
            pane.reload();
        }
    }

    void focus() {
        if (pane != null) {
            pane.focus();
        }
    }

    void forget() {
        if (pane != null) {
            pane.forget();
        }
    }

    /** Sets what carries out the commands on marked parts of the message. */
    void actions(MarkActions wanted) {
        actions = wanted;
        if (pane != null) {
            pane.actions(wanted);
        }
    }

    /** Sets the width of the hex dump, in bytes a line. */
    void columns(int bytesALine) {
        columns = bytesALine;
        if (pane != null) {
            pane.columns(bytesALine);
        }
    }

    /** Takes over the size of text, and whether long lines are wrapped. */
    void viewChanged(Settings changed) {
        settings = changed;
        if (pane != null) {
            pane.viewChanged(changed);
        }
    }

    /** Chooses the part that is shown of a row. */
    void choose(DetailPart part) {
        pane().choose(part);
    }

    void close() {
        if (pane != null) {
            pane.close();
        }
    }
}
