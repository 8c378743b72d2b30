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

/** A field over a client of the list, such as for its name. Enter and going elsewhere take what is typed, Esc does not. */
final class ClientField extends PlainTextField {
    private final JList<?> list;
    private final transient BiConsumer<Client, String> taken;
    private final transient ToIntFunction<Client> places;
    private transient Client client;
    private String before = "";

    /**
     * A field that is not shown yet.
     *
     * @param about what is typed into it, for assistive tools
     * @param places where in the list a client is, or -1
     * @param taken takes what was typed, if it is not what was there
     */
    ClientField(
            JList<?> list, String name, String about, ToIntFunction<Client> places, BiConsumer<Client, String> taken) {
        this.list = list;
        this.places = places;
        this.taken = taken;
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

    /** Whether somebody is typing into it now. */
    boolean isOpen() {
        return client != null;
    }

    void open(Client named, String text) {
        close(false);
        client = named;
        before = text;
        setText(text);
        list.add(this);
        place();
        list.scrollRectToVisible(getBounds());
        selectAll();
        requestFocusInWindow();
    }

    /** Stays with its client when others come or go; closes when it is not in the list any more. */
    void place() {
        if (client == null) {
            return;
        }
        int index = places.applyAsInt(client);
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
        Client named = client;
        client = null;
        boolean focused = isFocusOwner();
        list.remove(this);
        list.repaint();
        if (focused) {
            list.requestFocusInWindow();
        }
        if (take && !getText().equals(before)) {
            taken.accept(named, getText());
        }
    }
}
