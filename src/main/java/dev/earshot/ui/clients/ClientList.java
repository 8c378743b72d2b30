package dev.earshot.ui.clients;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.Settings.Order;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FigureLabel;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainCheckBoxMenuItem;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainRadioButtonMenuItem;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.util.List;
import java.util.Locale;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** The panel of the clients: their number and order, the list itself, and the figures of the chosen clients. */
public final class ClientList extends JPanel {
    /** The least height, in unscaled pixels, at which the figures are shown. */
    private static final int FIGURES_FROM = 400;

    private final transient Session session;
    private final transient Settings settings;
    private final transient Words words;
    private final ClientListView list;
    private final PlainButton order;
    private final ClientFigures figures;
    private final FigureLabel count = new FigureLabel();
    private final PlainLabel title;
    private final JPanel cards = new JPanel(new CardLayout());

    /** @param listener is told what the person does with clients */
    public ClientList(Session session, Settings settings, Words words, ClientListView.Listener listener) {
        super(new BorderLayout());
        this.session = session;
        this.settings = settings;
        this.words = words;
        list = new ClientListView(session, words, listener);
        list.sortBy(settings.get(Settings.CLIENTS_ORDER));
        figures = new ClientFigures(session, words);
        Controls controls = new Controls(words);
        title = controls.label("ui.clients", list);
        title.setForeground(new TokenColor(Token.TEXT));
        count.setForeground(new TokenColor(Token.MUTED));
        order = controls.tool("clientOrderButton", Icons.of("order", 16, Token.ICON), words.of("ui.clients.order"));
        order.addActionListener(e -> orderMenu().show(order, 0, order.getHeight()));
        JPanel header = new JPanel(new MigLayout("insets 6 12 6 7, gap 6", "[][grow][]", "[28!]"));
        header.setBorder(Hairline.bottom());
        header.add(title);
        header.add(count);
        header.add(order, "w 24!, h 24!");
        PlainLabel empty = new PlainLabel(words.of("ui.clients.none"), SwingConstants.CENTER);
        empty.setForeground(new TokenColor(Token.MUTED));
        empty.setOpaque(true);
        empty.setBackground(new TokenColor(Token.TABLE));
        cards.add(empty, "none");
        cards.add(Controls.scroll(list), "some");
        add(header, BorderLayout.NORTH);
        add(cards);
        add(figures, BorderLayout.SOUTH);
        updateUI();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (title != null) {
            title.setFont(Theme.sans(13).deriveFont(Font.BOLD));
        }
    }

    @Override
    public void doLayout() {
        boolean room = getHeight() >= UIScale.scale(FIGURES_FROM);
        figures.setVisible(room && !list.isEmpty() && settings.get(WindowKeys.CLIENT_FIGURES));
        super.doLayout();
    }

    /**
     * Shows these clients and their figures.
     *
     * @param second whether a second has passed, so that there are new rates
     */
    public void refresh(List<Client> clients, boolean second) {
        count.setText(
                clients.isEmpty() ? "" : words.of("ui.number", session.clients().presentCount()));
        if (clients.isEmpty() != list.isEmpty()) {
            revalidate(); // the figures come or go
        }
        list.refresh(clients);
        ((CardLayout) cards.getLayout()).show(cards, list.isEmpty() ? "none" : "some");
        figures.show(list.chosen(), second);
    }

    /** Returns the chosen clients; an empty list stands for all. */
    public List<Client> chosen() {
        return list.chosen();
    }

    /** Returns the top of the figures in pixels, or -1 if they are not shown. */
    int figuresTop() {
        return figures.isVisible() ? figures.getY() : -1;
    }

    /** Whether the list is shown, and not folded or empty. */
    public boolean isListShown() {
        return list.isShowing();
    }

    /** Runs an action when the selected rows, or their colour, have changed. */
    void whenLookChanges(Runnable action) {
        list.addListSelectionListener(e -> action.run());
        list.addFocusListener(new FocusListener() {
            @Override
            public void focusGained(FocusEvent e) {
                EventQueue.invokeLater(action); // later: the look and feel sets the colour after this
            }

            @Override
            public void focusLost(FocusEvent e) {
                EventQueue.invokeLater(action);
            }
        });
    }

    /** Paints the selected rows on in a strip at the right of this panel, as far as no scroll bar is between. */
    void paintSelectionBeside(Graphics g, int width) {
        Rectangle seen = list.getVisibleRect();
        if (!list.isShowing() || seen.width < getWidth()) {
            return;
        }
        int top = SwingUtilities.convertPoint(list, seen.x, seen.y, this).y;
        Graphics strip = g.create(0, top, width, seen.height);
        strip.setColor(list.getSelectionBackground());
        for (int row : list.getSelectedIndices()) {
            Rectangle cell = list.getCellBounds(row, row);
            strip.fillRect(0, cell.y - seen.y, width, cell.height);
        }
        strip.dispose();
    }

    public void focus() {
        list.requestFocusInWindow();
    }

    /** Returns what gets the keyboard when the list opens over the log. */
    JComponent first() {
        return list.isEmpty() ? order : list;
    }

    private JPopupMenu orderMenu() {
        JPopupMenu menu = new JPopupMenu();
        ButtonGroup group = new ButtonGroup();
        for (Order order : Order.values()) {
            String name = order.name().toLowerCase(Locale.ROOT);
            PlainRadioButtonMenuItem item = new PlainRadioButtonMenuItem(words.of("ui.clients.order." + name));
            item.setName("order." + name);
            item.setSelected(order == settings.get(Settings.CLIENTS_ORDER));
            item.addActionListener(e -> sortBy(order));
            group.add(item);
            menu.add(item);
        }
        menu.addSeparator();
        PlainCheckBoxMenuItem shown = new PlainCheckBoxMenuItem(words.of("ui.figures.show"));
        shown.setName("order.figures");
        shown.setSelected(settings.get(WindowKeys.CLIENT_FIGURES));
        shown.addActionListener(e -> {
            settings.put(WindowKeys.CLIENT_FIGURES, shown.isSelected());
            revalidate();
        });
        menu.add(shown);
        return menu;
    }

    private void sortBy(Order order) {
        settings.put(Settings.CLIENTS_ORDER, order);
        list.sortBy(order);
        list.refresh(session.clients().all());
    }
}
