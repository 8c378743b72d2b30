package dev.earshot.ui;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.Client;
import dev.earshot.session.Names;
import dev.earshot.session.Words;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.util.function.ToIntFunction;
import javax.swing.JList;
import javax.swing.JTextField;

/** The field over a client of the list, in which it gets its name. Enter and going elsewhere take it, Esc does not. */
final class NameField extends JTextField {
    private final JList<?> list;
    private final transient Names names;
    private final transient Runnable done;
    private final transient ToIntFunction<Client> places;
    private transient Client client;

    /**
     * A field that is not shown yet.
     *
     * @param places where in the list a client is, or -1
     * @param done is run when a name was given
     */
    NameField(JList<?> list, Names names, Words words, ToIntFunction<Client> places, Runnable done) {
        this.list = list;
        this.names = names;
        this.places = places;
        this.done = done;
        setName("nameField");
        putClientProperty("html.disable", true);
        getAccessibleContext().setAccessibleName(words.of("ui.client.name"));
        Keys.bind(this, WHEN_FOCUSED, Keys.plain(KeyEvent.VK_ENTER), () -> close(true));
        Keys.bind(this, WHEN_FOCUSED, Keys.plain(KeyEvent.VK_ESCAPE), () -> close(false));
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                if (!e.isTemporary()) {
                    close(true);
                }
            }
        });
    }

    /** Whether somebody is giving a name now. */
    boolean open() {
        return client != null;
    }

    void open(Client named) {
        close(false);
        client = named;
        setText(names.of(named.peer().remote()));
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
        if (take && !getText().equals(names.of(named.peer().remote()))) {
            names.give(named.peer().remote(), getText());
            done.run();
        }
    }
}
