package dev.earshot.ui.clients;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.Client;
import dev.earshot.ui.parts.FormShortcuts;
import dev.earshot.ui.parts.PlainTextField;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import javax.swing.JList;

/** A field over a row of the client list, such as for a name. Enter or losing the focus accepts the text, Esc does not. */
final class ClientField extends PlainTextField {
    private final JList<?> list;
    private final transient BiConsumer<Client, String> accepted;
    private final transient ToIntFunction<Client> rows;
    private transient Client client;
    private String before = "";

    /**
     * Creates a field that is not shown yet.
     *
     * @param about says what is typed into the field, for assistive tools
     * @param rows returns the row of a client, or -1
     * @param accepted takes the client and the new text, if that differs from the old one
     */
    ClientField(
            JList<?> list, String name, String about, ToIntFunction<Client> rows, BiConsumer<Client, String> accepted) {
        this.list = list;
        this.rows = rows;
        this.accepted = accepted;
        setName(name);
        getAccessibleContext().setAccessibleName(about);
        FormShortcuts.enter(this, WHEN_FOCUSED, () -> close(true));
        FormShortcuts.escape(this, WHEN_FOCUSED, () -> close(false));
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                if (!e.isTemporary()) {
                    close(true);
                }
            }
        });
    }

    /** Whether the field is shown. */
    boolean isOpen() {
        return client != null;
    }

    /** Shows the field with this text over the row of a client. */
    void open(Client edited, String text) {
        close(false);
        client = edited;
        before = text;
        setText(text);
        list.add(this);
        place();
        list.scrollRectToVisible(getBounds());
        selectAll();
        requestFocusInWindow();
    }

    /** Moves the field to its client's row, or closes it when the client is no longer in the list. */
    void place() {
        if (client == null) {
            return;
        }
        int index = rows.applyAsInt(client);
        if (index < 0) {
            close(false);
            return;
        }
        Rectangle cell = list.getCellBounds(index, index);
        int x = UIScale.scale(28);
        int height = UIScale.scale(26);
        setBounds(x, cell.y + (cell.height - height) / 2, cell.width - x - UIScale.scale(8), height);
    }

    private void close(boolean take) {
        if (client == null) {
            return;
        }
        Client edited = client;
        client = null;
        boolean focused = isFocusOwner();
        list.remove(this);
        list.repaint();
        if (focused) {
            list.requestFocusInWindow();
        }
        if (take && !getText().equals(before)) {
            accepted.accept(edited, getText());
        }
    }
}
