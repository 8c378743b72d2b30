package dev.earshot.ui.clients;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.journal.PeerSet;
import dev.earshot.net.Addresses;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.Settings.Order;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.ListDiff;
import dev.earshot.ui.parts.PlainList;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.swing.DefaultListSelectionModel;
import javax.swing.ListSelectionModel;
import javax.swing.text.Position;

/**
 * The list itself, "all of them" before the first client. The chosen ones are those that the session's filter shows:
 * choosing shows their rows, and says to whom the next message goes.
 */
public final class ClientListView extends PlainList<Optional<Client>> {
    /** What a person does with clients. */
    public interface Listener {
        /** Shows these clients' rows and sends to them; or with none shows all rows. */
        void choose(List<Client> clients);

        /** Shows these clients' rows. */
        void showOnly(List<Client> clients);

        /** The next message is to go to these. */
        void sendTo(List<Client> clients);

        /** A client is called otherwise now. */
        void renamed();

        /** Something is to be said that the person should see. */
        void say(String text);
    }

    private final transient Session session;
    private final transient Listener listener;
    private final transient ClientMenu menu;
    private final transient ClientFacts facts;
    private final ListDiff<Optional<Client>> model;
    private final ClientCell cell;
    private final transient ClientSorter sorter;
    private final transient ClientEditors editors;
    private final transient Runnable named;
    private transient List<Client> chosen = List.of();
    private PeerSet shown = PeerSet.EVERYBODY;
    private boolean updating;

    /** @param named is run when a client was given another name */
    ClientListView(Session session, Words words, Listener listener, Runnable named) {
        this(session, words, listener, named, new ListDiff<>());
    }

    private ClientListView(
            Session session, Words words, Listener listener, Runnable named, ListDiff<Optional<Client>> model) {
        super(model);
        this.session = session;
        this.listener = listener;
        this.model = model;
        this.named = named;
        facts = new ClientFacts(session, words);
        cell = new ClientCell(session, words);
        sorter = new ClientSorter(session);
        editors = new ClientEditors(this, words, this::rename, this::giveRole);
        menu = new ClientMenu(session, words, listener, editors);
        setName("clientList");
        setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
        setCellRenderer(cell);
        setFixedCellHeight(UIScale.scale(ClientCell.HEIGHT));
        setFixedCellWidth(UIScale.scale(100)); // it is as wide as there is room
        addListSelectionListener(e -> choose());
        addMouseListener(sorter);
        addMouseMotionListener(sorter);
        menu.attach(this);
        setToolTipText(""); // so that each cell is asked
    }

    /** The chosen clients; none = all of them. */
    List<Client> chosen() {
        return chosen;
    }

    /** Does something with them; with nobody chosen, which is "all of them", nothing. */
    void withChosen(BiConsumer<ClientMenu, List<Client>> command) {
        if (!chosen.isEmpty()) {
            command.accept(menu, chosen);
        }
    }

    boolean isEmpty() {
        return sorter.isEmpty();
    }

    void order(Order wanted) {
        sorter.order(wanted);
        cell.showRates(wanted == Order.RATE);
    }

    private void rename(Client client, String name) {
        session.clients().names().give(client.peer().remote(), name);
        sorter.renamed();
        named.run();
        listener.renamed();
    }

    private void giveRole(Client client, String typed) {
        menu.giveRole(List.of(client), RoleMenu.parse(typed));
    }

    /** Shows these clients, selects those that the filter shows, and paints the present figures. */
    void refresh(List<Client> clients) {
        PeerSet wanted = session.log().filtered().filter().peers();
        boolean busy = getValueIsAdjusting() || menu.isOpen() || editors.isOpen();
        updating = true;
        try {
            boolean changed = sorter.isDue(clients, busy) && arrange(sorter.sort(clients));
            if (changed || !wanted.equals(shown)) {
                select(wanted);
            }
        } finally {
            updating = false;
        }
        editors.place();
        repaint();
        if (chosen.isEmpty() && !shown.everybody()) {
            listener.choose(List.of()); // they left so long ago that they are not in the list any more
        }
    }

    /** Returns whether the list has changed. What was seen stays where it was. */
    private boolean arrange(List<Client> clients) {
        Rectangle seen = getVisibleRect();
        int at = anchor(seen);
        Optional<Client> anchor = at < 0 ? null : model.getElementAt(at);
        if (!model.become(new ClientRows(clients))) {
            return false;
        }
        int now = anchor == null ? -1 : model.indexOf(anchor);
        if (now >= 0 && now != at) {
            Rectangle moved = new Rectangle(seen);
            moved.y += (now - at) * getFixedCellHeight();
            scrollRectToVisible(moved);
        }
        return true;
    }

    /** The first chosen one that is seen; or where the order is lasting and the list scrolled, the first one that is. */
    private int anchor(Rectangle seen) {
        int first = seen.y / getFixedCellHeight();
        int last = Math.min(model.getSize() - 1, (seen.y + seen.height) / getFixedCellHeight());
        for (int i = Math.max(1, first); i <= last && seen.y > 0; i++) {
            if (isSelectedIndex(i)) {
                return i;
            }
        }
        return seen.y > 0 && first <= last && sorter.isStable() ? first : -1;
    }

    private void select(PeerSet peers) {
        DefaultListSelectionModel selection = (DefaultListSelectionModel) getSelectionModel();
        Optional<Client> lead = valueAt(selection.getLeadSelectionIndex());
        Optional<Client> first = valueAt(selection.getAnchorSelectionIndex());
        selection.setValueIsAdjusting(true);
        selection.clearSelection();
        List<Client> found = new ArrayList<>();
        for (int i = 1; i < model.getSize() && !peers.everybody(); i++) {
            Client client = model.getElementAt(i).orElseThrow();
            if (peers.contains(client.peer().id())) {
                selection.addSelectionInterval(i, i);
                found.add(client);
            }
        }
        if (found.isEmpty()) {
            selection.setSelectionInterval(0, 0);
        } else if (lead.isPresent() && found.size() > 1) {
            setLead(model.indexOf(first.isPresent() ? first : lead), model.indexOf(lead));
        }
        selection.setValueIsAdjusting(false);
        shown = peers;
        chosen = List.copyOf(found);
    }

    /** From where the keyboard and Shift go on. */
    private void setLead(int anchor, int lead) {
        DefaultListSelectionModel selection = (DefaultListSelectionModel) getSelectionModel();
        selection.setAnchorSelectionIndex(anchor);
        selection.moveLeadSelectionIndex(lead);
    }

    /** Returns the row of this client, or -1. */
    int indexOf(Client client) {
        return model.indexOf(Optional.of(client));
    }

    private Optional<Client> valueAt(int index) {
        return index >= 0 && index < model.getSize() ? model.getElementAt(index) : Optional.empty();
    }

    /** "All of them" goes together with no single one: what was chosen last counts. */
    private void choose() {
        if (updating || getValueIsAdjusting()) {
            return;
        }
        updating = true;
        if (isSelectionEmpty() || isSelectedIndex(0) && getLeadSelectionIndex() == 0) {
            setSelectionInterval(0, 0);
        } else if (isSelectedIndex(0)) {
            int lead = getLeadSelectionIndex();
            removeSelectionInterval(0, 0);
            setLead(lead, lead);
        }
        updating = false;
        List<Client> clients = new ArrayList<>();
        getSelectedValuesList().forEach(value -> value.ifPresent(clients::add));
        chosen = List.copyOf(clients);
        listener.choose(chosen);
    }

    void chooseEveryOne() {
        if (model.getSize() > 1) {
            setSelectionInterval(1, model.getSize() - 1);
        }
    }

    /** Finds by any part of a name or an address. */
    @Override
    public int getNextMatch(String prefix, int startIndex, Position.Bias bias) {
        String typed = prefix.toLowerCase(Locale.ROOT);
        int step = bias == Position.Bias.Backward ? -1 : 1;
        for (int i = 0, at = startIndex; i < model.getSize(); i++, at += step) {
            int index = Math.floorMod(at, model.getSize());
            Client client = valueAt(index).orElse(null);
            if (client != null && matches(client, typed, session)) {
                return index;
            }
        }
        return -1;
    }

    public static boolean matches(Client client, String lowerCase, Session session) {
        String name = session.clients().names().visibleName(client.peer().remote());
        return name.toLowerCase(Locale.ROOT).contains(lowerCase)
                || Addresses.text(client.peer().remote()).contains(lowerCase);
    }

    @Override
    public String getToolTipText(MouseEvent e) {
        return clientAt(e.getPoint()).map(facts::all).orElse(null);
    }

    /** The client at this place, if there is one. */
    Optional<Client> clientAt(Point place) {
        int index = locationToIndex(place);
        boolean within = index >= 0 && getCellBounds(index, index).contains(place);
        return within ? model.getElementAt(index) : Optional.empty();
    }
}
