package dev.earshot.ui.clients;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.session.words.Words;
import dev.earshot.ui.log.LogBar;
import dev.earshot.ui.parts.SplitPane;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainButton;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.SwingUtilities;

/** Places the client list beside the log. A narrow window has a button instead, which opens the list over the log. */
public final class ClientSidebar extends JPanel {
    private final transient Settings settings;
    private final transient Words words;
    private final ClientList list;
    private final LogBar header;
    private final PlainButton button;
    private final SplitPane split;
    private final FoldedList popup;
    private boolean folded;
    private boolean placed;

    /**
     * @param header the bar at the top of the rest, which has the button; its bottom line continues through the divider
     */
    public ClientSidebar(Settings settings, Words words, ClientList list, JComponent rest, LogBar header) {
        super(new BorderLayout());
        this.settings = settings;
        this.words = words;
        this.list = list;
        popup = new FoldedList(list);
        this.header = header;
        button = header.clientsButton();
        button.addActionListener(e -> openPopup());
        split = new SplitPane(JSplitPane.HORIZONTAL_SPLIT, list, rest, this::paintDivider);
        split.setResizeWeight(0);
        list.setMinimumSize(new Dimension(UIScale.scale(180), 50));
        rest.setMinimumSize(new Dimension(UIScale.scale(420), 50));
        add(split);
        list.whenLookChanges(split::repaintDivider);
    }

    /** Applies another theme also to the folded list, which is not part of the window and would keep the old one. */
    @Override
    public void updateUI() {
        super.updateUI();
        if (popup != null) { // null while the super constructor runs
            SwingUtilities.updateComponentTreeUI(popup);
            SwingUtilities.updateComponentTreeUI(list);
        }
    }

    /** Folds the list if the width is small, or unfolds it; returns the width of the rest. All in pixels. */
    public int fit(int width) {
        boolean narrow = width < UIScale.scale(860);
        if (narrow != folded || !placed) {
            fold(narrow); // before the first layout there is no width to save
            placed = true;
        }
        return folded ? width : width - split.getDividerLocation() - split.getDividerSize();
    }

    /** Applies the width of the list that the person has chosen in another tab. */
    public void adoptWidth() {
        if (!folded && placed) {
            split.setDividerLocation(settings.get(WindowKeys.CLIENTS_WIDTH));
        }
    }

    /** Shows the number of connected clients on the button. */
    public void showCount(int present) {
        button.setText(words.of("ui.clients.button", present));
    }

    public void closePopup() {
        popup.close();
    }

    /** Remembers the width of the list, which the person may have changed. */
    public void keepWidth() {
        if (!folded && placed) {
            settings.put(WindowKeys.CLIENTS_WIDTH, split.getDividerLocation());
        }
    }

    private void fold(boolean wanted) {
        if (wanted && !folded) {
            keepWidth();
        }
        folded = wanted;
        popup.close();
        button.setVisible(wanted);
        split.setLeftComponent(wanted ? null : list);
        split.setDividerSize(wanted ? 0 : UIScale.scale(5));
        if (!wanted) {
            split.setDividerLocation(settings.get(WindowKeys.CLIENTS_WIDTH));
        }
    }

    private void openPopup() {
        if (popup.isOpen()) {
            popup.close();
        } else {
            int below = SwingUtilities.convertPoint(button, 0, button.getHeight(), getRootPane()).y;
            popup.open(button, getRootPane().getHeight() - below);
        }
    }

    /** Paints the divider like the list to its left, with its header, and a hairline at the right edge. */
    private void paintDivider(Graphics g) {
        Rectangle all = g.getClipBounds();
        int top = header.getHeight();
        int width = split.getDividerSize();
        g.setColor(Token.TABLE.color());
        g.fillRect(all.x, all.y, all.width, all.height);
        g.setColor(Token.WINDOW.color());
        g.fillRect(0, 0, width, top);
        g.setColor(Token.LINE.color());
        g.fillRect(0, top - 1, width, 1);
        g.fillRect(0, list.figuresTop(), width, 1);
        list.paintSelectionBeside(g, width);
        g.setColor(Token.LINE.color());
        g.fillRect(width - 1, 0, 1, split.getHeight());
    }
}
