package dev.earshot.ui.clients;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.net.Background;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.Settings;
import dev.earshot.session.Settings.Order;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.PlainButton;
import dev.earshot.ui.parts.PlainCheckBoxMenuItem;
import dev.earshot.ui.parts.PlainLabel;
import dev.earshot.ui.parts.PlainRadioButtonMenuItem;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** The clients at the side: how many there are, in which order; the list; and the figures of the chosen ones. */
public final class ClientList extends JPanel {
    /** Below this height, the list needs all of it. */
    private static final int FIGURES_FROM = 400;

    private final transient Session session;
    private final transient Settings settings;
    private final transient Words words;
    private final ClientListView list;
    private final ClientFigures figures;
    private final PlainLabel count = new PlainLabel();
    private final PlainLabel title;
    private final JPanel cards = new JPanel(new CardLayout());

    /** @param told of what the person does with clients */
    public ClientList(Session session, Settings settings, Words words, ClientListView.Listener told) {
        super(new BorderLayout());
        this.session = session;
        this.settings = settings;
        this.words = words;
        list = new ClientListView(session, words, told, this::remember);
        list.order(settings.get(Settings.CLIENTS_ORDER));
        figures = new ClientFigures(session, words);
        Controls controls = new Controls(words);
        title = controls.label("ui.clients", list);
        title.setForeground(new TokenColor(Token.TEXT));
        count.setForeground(new TokenColor(Token.MUTED));
        PlainButton order =
                controls.tool("clientOrderButton", Icons.of("order", 16, Token.ICON), words.of("ui.clients.order"));
        order.addActionListener(e -> orders().show(order, 0, order.getHeight()));
        JPanel header = new JPanel(new MigLayout("insets 6 12 6 7, gap 6", "[][grow][]", "[28!]"));
        header.setBorder(Hairline.bottom());
        header.add(title);
        header.add(count);
        header.add(order, "w 24!, h 24!");
        PlainLabel nobody = new PlainLabel(words.of("ui.clients.none"), SwingConstants.CENTER);
        nobody.setForeground(new TokenColor(Token.MUTED));
        nobody.setOpaque(true);
        nobody.setBackground(new TokenColor(Token.TABLE));
        cards.add(nobody, "none");
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
        figures.setVisible(room && !list.isEmpty() && settings.get(Settings.CLIENT_FIGURES));
        super.doLayout();
    }

    /**
     * Shows who is there now.
     *
     * @param second whether rates have been measured anew
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

    /** The clients that are chosen; none = all of them. */
    public List<Client> chosen() {
        return list.chosen();
    }

    /** Where the line above the figures is, or -1 if they are not shown. */
    int lineAt() {
        return figures.isVisible() ? figures.getY() : -1;
    }

    public void focus() {
        list.requestFocusInWindow();
    }

    private JPopupMenu orders() {
        JPopupMenu menu = new JPopupMenu();
        ButtonGroup group = new ButtonGroup();
        for (Order order : Order.values()) {
            String name = order.name().toLowerCase(Locale.ROOT);
            PlainRadioButtonMenuItem item = new PlainRadioButtonMenuItem(words.of("ui.clients.order." + name));
            item.setName("order." + name);
            item.setSelected(order == settings.get(Settings.CLIENTS_ORDER));
            item.addActionListener(e -> order(order));
            group.add(item);
            menu.add(item);
        }
        menu.addSeparator();
        PlainCheckBoxMenuItem shown = new PlainCheckBoxMenuItem(words.of("ui.figures.show"));
        shown.setName("order.figures");
        shown.setSelected(settings.get(Settings.CLIENT_FIGURES));
        shown.addActionListener(e -> {
            settings.put(Settings.CLIENT_FIGURES, shown.isSelected());
            revalidate();
        });
        menu.add(shown);
        return menu;
    }

    private void order(Order order) {
        settings.put(Settings.CLIENTS_ORDER, order);
        list.order(order);
        list.refresh(session.clients().all());
    }

    /** Names were given by hand: they are not to be lost with the power. */
    private void remember() {
        Background.run("settings", settings::save);
    }
}
