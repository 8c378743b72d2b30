package dev.earshot.ui;

import dev.earshot.journal.Peers;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.Words;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Font;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/**
 * The clients at the side, those that left last. The chosen one is the one that the session's filter shows: choosing one
 * shows its rows, and says to whom the next message goes.
 */
final class ClientList extends JPanel {
    private final Session session;
    private final Words words;
    private final Consumer<Optional<Client>> chosen;
    private final Consumer<Client> sendTo;
    private final Identities<Optional<Client>> model = new Identities<>();
    private final JList<Optional<Client>> list = new JList<>(model);
    private final JLabel count = new JLabel();
    private final JLabel title;
    private final JPanel cards = new JPanel(new CardLayout());
    private boolean updating;

    /**
     * @param chosen takes the client that the person has chosen, or none: all of them
     * @param sendTo takes the client to which the person wants to send
     */
    ClientList(Session session, Words words, Consumer<Optional<Client>> chosen, Consumer<Client> sendTo) {
        super(new BorderLayout());
        this.session = session;
        this.words = words;
        this.chosen = chosen;
        this.sendTo = sendTo;
        title = new Controls(words).label("ui.clients", list);
        list.setName("clientList");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new ClientCell(session, words));
        list.addListSelectionListener(e -> choose());
        list.addMouseListener(popup());
        title.setForeground(new TokenColor(Token.TEXT));
        count.setForeground(new TokenColor(Token.MUTED));
        JPanel header = new JPanel(new MigLayout("insets 6 12 6 12, gap 6", "", "[28!]"));
        header.setBorder(Hairline.bottom());
        header.add(title);
        header.add(count);
        JLabel nobody = new JLabel(words.of("ui.clients.none"), SwingConstants.CENTER);
        nobody.setForeground(new TokenColor(Token.MUTED));
        nobody.setOpaque(true);
        nobody.setBackground(new TokenColor(Token.TABLE));
        cards.add(nobody, "none");
        cards.add(Controls.scroll(list), "some");
        add(header, BorderLayout.NORTH);
        add(cards);
        updateUI();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (title != null) {
            title.setFont(Theme.sans(13).deriveFont(Font.BOLD));
        }
    }

    /** Shows who is there now. */
    void refresh(List<Client> clients) {
        int present = session.clientsPresent();
        count.setText(clients.isEmpty() ? "" : words.of("ui.number", present));
        ((CardLayout) cards.getLayout()).show(cards, clients.isEmpty() ? "none" : "some");
        updating = true;
        try {
            model.become(new ClientsAndAll(clients));
            showChosen(clients);
        } finally {
            updating = false;
        }
        list.repaint();
    }

    private void showChosen(List<Client> clients) {
        Peers peers = session.filtered().filter().peers();
        int index = 0;
        for (int i = 0; i < clients.size() && !peers.everybody(); i++) {
            index = peers.contains(clients.get(i).peer().id()) ? i + 1 : index;
        }
        if (index == 0 && !peers.everybody()) {
            chosen.accept(Optional.empty()); // it left so long ago that it is not in the list any more
        }
        if (index != list.getSelectedIndex()) {
            list.getSelectionModel().setSelectionInterval(index, index);
        }
    }

    void focus() {
        list.requestFocusInWindow();
    }

    private void choose() {
        Optional<Client> selected = list.getSelectedValue();
        if (!updating && !list.getValueIsAdjusting() && selected != null) {
            chosen.accept(selected);
        }
    }

    private MouseAdapter popup() {
        return new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                maybeShow(e);
            }

            @Override
            public void mouseReleased(MouseEvent e) {
                maybeShow(e);
            }
        };
    }

    private void maybeShow(MouseEvent e) {
        int index = list.locationToIndex(e.getPoint());
        if (e.isPopupTrigger() && index > 0) {
            Client client = model.getElementAt(index).orElseThrow();
            JPopupMenu menu = new JPopupMenu();
            JMenuItem toThis = new JMenuItem(words.of("ui.client.send.to"));
            JMenuItem disconnect = new JMenuItem(words.of("ui.client.disconnect"));
            disconnect.setEnabled(client.present());
            toThis.addActionListener(a -> sendTo.accept(client));
            disconnect.addActionListener(a -> session.disconnect(List.of(client.peer())));
            menu.add(toThis);
            menu.add(disconnect);
            menu.show(list, e.getX(), e.getY());
        } else if (SwingUtilities.isRightMouseButton(e)) {
            list.requestFocusInWindow();
        }
    }
}
