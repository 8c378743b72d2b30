package dev.earshot.ui.clients;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.journal.search.PeerSet;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings.Order;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.DiffListModel;
import dev.earshot.ui.plain.PlainList;
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
 * The list of clients, with a row for "all of them" at the top. The chosen clients are those that the filter of the log
 * shows: choosing clients shows their rows and makes them the receivers of the next message.
 */
public final class ClientListView extends PlainList<Optional<Client>> {
    /** Carries out what a person does with clients of the list. */
    public interface Listener {
        /** Shows the log rows of these clients and sends to them; an empty list shows all rows. */
        void choose(List<Client> clients);

        /** Shows only the log rows of these clients. */
        void showOnly(List<Client> clients);

        /** Makes these clients the receivers of the next message. */
        void sendTo(List<Client> clients);

        /** Asks how to send the conversation with this client again. */
        void replay(Client client);

        /** A client has been given another name. */
        void renamed();

        /** Shows why a command has failed, until something else is to be said. */
        void fail(String why);
    }

    private final transient Session session;
    private final transient Listener listener;
    private final transient ClientMenu menu;
    private final transient ClientFacts facts;
    private final DiffListModel<Optional<Client>> model;
    private final ClientCell cell;
    private final transient ClientSorter sorter;
    private final transient ClientEditors editors;
    private transient List<Client> chosen = List.of();
    private PeerSet shown = PeerSet.EVERYBODY;
    private boolean updating;

    ClientListView(Session session, Words words, Listener listener) {
        this(session, words, listener, new DiffListModel<>());
    }

    private ClientListView(Session session, Words words, Listener listener, DiffListModel<Optional<Client>> model) {
        super(model);
        this.session = session;
        this.listener = listener;
        this.model = model;
        facts = new ClientFacts(session, words);
        cell = new ClientCell(session, words);
        sorter = new ClientSorter(session);
        editors = new ClientEditors(this, words, session.clients().names(), this::renamed, this::giveRole);
        menu = new ClientMenu(session, words, listener, editors);
        setName("clientList");
        setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
        setCellRenderer(cell);
        setFixedCellHeight(UIScale.scale(ClientCell.HEIGHT));
        setFixedCellWidth(UIScale.scale(100)); // the list stretches it to its own width
        addListSelectionListener(e -> choose());
        addMouseListener(sorter);
        addMouseMotionListener(sorter);
        menu.attach(this);
        setToolTipText(""); // switches on the tool tips of single rows
    }

    /** Returns the chosen clients; an empty list stands for all. */
    List<Client> chosen() {
        return chosen;
    }

    /** Runs a command with the chosen clients; does nothing while "all of them" is chosen. */
    void withChosen(BiConsumer<ClientMenu, List<Client>> command) {
        if (!chosen.isEmpty()) {
            command.accept(menu, chosen);
        }
    }

    /** Whether the list shows no clients. */
    boolean isEmpty() {
        return sorter.isEmpty();
    }

    /** Sorts the list by another order from now on. */
    void sortBy(Order wanted) {
        sorter.order(wanted);
        cell.showRates(wanted == Order.RATE);
    }

    private void renamed() {
        sorter.renamed();
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
        if (chosen.isEmpty() && !shown.isEverybody()) {
            listener.choose(List.of()); // they left so long ago that they are not in the list any more
        }
    }

    /** Shows the clients in this order without moving what is seen; returns whether the list has changed. */
    private boolean arrange(List<Client> clients) {
        Rectangle seen = getVisibleRect();
        int at = anchorRow(seen);
        Optional<Client> anchor = at < 0 ? null : model.getElementAt(at);
        if (!model.setItems(new ClientRows(clients))) {
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

    /**
     * Returns the row that must not move: the first visible chosen one, or in a stable order the first visible; or -1.
     */
    private int anchorRow(Rectangle seen) {
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
        for (int i = 1; i < model.getSize() && !peers.isEverybody(); i++) {
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

    /** Sets the rows from which the arrow keys and Shift continue. */
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

    /** Reports the selection. "All of them" excludes single clients: the row that was selected last counts. */
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

    /** Chooses every single client. */
    void chooseAll() {
        if (model.getSize() > 1) {
            setSelectionInterval(1, model.getSize() - 1);
        }
    }

    /** Finds the next client whose name or address contains the typed text. */
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

    /** Whether the name or the address of a client contains this text, which is in lower case. */
    public static boolean matches(Client client, String lowerCase, Session session) {
        String name = session.clients().names().visibleName(client.peer().remote());
        return name.toLowerCase(Locale.ROOT).contains(lowerCase)
                || Addresses.text(client.peer().remote()).contains(lowerCase);
    }

    @Override
    public String getToolTipText(MouseEvent e) {
        return clientAt(e.getPoint()).map(facts::all).orElse(null);
    }

    /** Returns the client at this point, if there is one. */
    Optional<Client> clientAt(Point place) {
        return valueAt(rowAt(place));
    }
}
