package dev.earshot.ui.clients;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.ui.parts.PopoverPanel;
import java.awt.BorderLayout;
import java.awt.Dimension;
import javax.swing.JComponent;

/**
 * Shows the client list in a popover where the window is too narrow for it. It is no popup menu: the menu of a client
 * would close that, and then have no window of its own to be clicked in.
 */
final class FoldedList extends PopoverPanel {
    private static final int WIDTH = 260;
    private static final int LEAST_HEIGHT = 300;
    private static final int MOST_HEIGHT = 480;
    private static final int MARGIN = 48; // its own insets, and room below it

    private final ClientList list;

    FoldedList(ClientList list) {
        super("foldedList", new BorderLayout());
        this.list = list;
    }

    /**
     * Opens below the button.
     *
     * @param room the height from there to the end of the window, in pixels
     */
    void open(JComponent button, int room) {
        int height = Math.min(UIScale.scale(MOST_HEIGHT), room - UIScale.scale(MARGIN));
        list.setPreferredSize(new Dimension(UIScale.scale(WIDTH), Math.max(UIScale.scale(LEAST_HEIGHT), height)));
        add(list);
        open(button);
    }

    @Override
    protected JComponent first() {
        return list.first();
    }
}
