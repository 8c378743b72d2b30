package dev.earshot.ui.clients;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.Client;
import dev.earshot.ui.parts.FormShortcuts;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainTextField;
import java.awt.Component;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/**
 * A field over a row of the client list, such as for a name. Enter or losing the focus accepts the text, Esc does not.
 */
final class ClientField extends JPanel {
    private final PlainTextField field = new PlainTextField();
    private final JList<?> list;
    private final transient BiConsumer<Client, String> accepted;
    private final transient ToIntFunction<Client> rows;
    private transient Client client;

    /**
     * Creates a field that is not shown yet.
     *
     * @param about says what is typed into the field, for assistive tools
     * @param rows returns the row of a client, or -1
     * @param accepted takes the client and the typed text
     */
    ClientField(
            JList<?> list, String name, String about, ToIntFunction<Client> rows, BiConsumer<Client, String> accepted) {
        super(new MigLayout("insets 0, gap 2, wrap", "[grow, fill]"));
        this.list = list;
        this.rows = rows;
        this.accepted = accepted;
        setBackground(new TokenColor(Token.TABLE));
        field.setName(name);
        field.getAccessibleContext().setAccessibleName(about);
        add(field, "h 26!");
        setFocusCycleRoot(true);
        FormShortcuts.enter(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, () -> close(true));
        FormShortcuts.escape(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, () -> close(false));
        closesWithoutFocus(field);
    }

    /** Adds a choice below the field. */
    void addChoice(JComponent choice) {
        add(choice);
        for (Component part : choice.getComponents()) {
            closesWithoutFocus(part);
        }
    }

    private void closesWithoutFocus(Component part) {
        part.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                Component next = e.getOppositeComponent();
                if (!e.isTemporary() && (next == null || !SwingUtilities.isDescendingFrom(next, ClientField.this))) {
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
        field.setText(text);
        list.add(this);
        place();
        list.scrollRectToVisible(getBounds());
        field.selectAll();
        field.requestFocusInWindow();
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
        int height = getPreferredSize().height;
        int y = cell.y + (cell.height - UIScale.scale(26)) / 2;
        int highest = Math.max(0, list.getHeight() - height); // the choice of the last row needs room, too
        setBounds(x, Math.min(y, highest), cell.width - x - UIScale.scale(8), height);
        validate();
    }

    private void close(boolean take) {
        if (client == null) {
            return;
        }
        Client edited = client;
        client = null;
        Component focused = SwingUtilities.getWindowAncestor(this) == null
                ? null
                : SwingUtilities.getWindowAncestor(this).getFocusOwner();
        boolean hasFocus = focused != null && SwingUtilities.isDescendingFrom(focused, this);
        list.remove(this);
        list.repaint();
        if (hasFocus) {
            list.requestFocusInWindow();
        }
        if (take) {
            accepted.accept(edited, field.getText());
        }
    }
}
