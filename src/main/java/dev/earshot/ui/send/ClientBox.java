package dev.earshot.ui.send;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.plain.PlainComboBox;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JList;
import javax.swing.plaf.basic.ComboPopup;

/**
 * A box that chooses the target of messages. The choice is a client, never a place in the list: a client that leaves
 * stays chosen, and is marked, until the person chooses another or it is certain that it has come back with a new
 * connection.
 */
public final class ClientBox extends PlainComboBox<Target> {
    private static final long PAUSE_NANOS = 1_000_000_000L;

    /** With this many clients the list is updated only once a second. */
    private static final int MANY = 1_000;

    private final Session session;
    private final boolean single;
    private final transient TargetNames names;
    private final TargetModel choices;
    private transient List<Client> shown = List.of();
    private transient Target listed = new Target.Nobody();
    private boolean everChosen;
    private transient Client before; // the connection that the chosen client had before it came back; null: none
    private int latestPeer; // when the choice was made
    private String painted = "";
    private long filledAt;

    /** @param single whether there is at most one peer, as for a TCP client, so that nothing has to be chosen */
    ClientBox(Session session, Words words, boolean single) {
        this(session, words, single, new TargetModel());
    }

    private ClientBox(Session session, Words words, boolean single, TargetModel choices) {
        super(choices);
        this.session = session;
        this.single = single;
        names = new TargetNames(session, words, single);
        this.choices = choices;
        setName("clientBox");
        setMaximumRowCount(16);
        Controls.setRenderer(this, this::print);
        // With this, finding the preferred size does not ask for the words of a thousand clients.
        setPrototypeDisplayValue(new Target.Nobody());
        updateUI();
        addActionListener(e -> {
            before = null;
            latestPeer = session.clients().latestPeer();
            everChosen = everChosen || !(target() instanceof Target.Nobody);
        });
    }

    @Override
    public void updateUI() {
        super.updateUI(); // puts its own manager of typed keys in, every time
        if (choices == null) {
            return; // Swing calls this before the fields are set
        }
        setKeySelectionManager(new TargetFinder(session, choices));
        // Without a fixed size, opening the list would ask ten thousand rows for theirs.
        if (getUI().getAccessibleChild(this, 0) instanceof ComboPopup popup) {
            JList<Object> list = popup.getList();
            Component row =
                    list.getCellRenderer().getListCellRendererComponent(list, new Target.Nobody(), 0, false, false);
            list.setFixedCellHeight(row.getPreferredSize().height); // of which Swing gives the open list so many
            list.setFixedCellWidth(UIScale.scale(100));
        }
    }

    /** Returns true: the box has its width whatever is in it, so other clients lay out the box and not the bar. */
    @Override
    public boolean isValidateRoot() {
        return true;
    }

    Target target() {
        return choices.getSelectedItem();
    }

    /** Offers an entry for an address that is not in the list; {@code asked} is run when a person picks it. */
    void offerElsewhere(Runnable asked) {
        choices.offerElsewhere(asked);
    }

    /** Chooses a target that need not be in the list. {@link #setSelectedItem} would ignore a client that has left. */
    void choose(Target target) {
        if (single) {
            return; // whoever is there is meant, also after the connection was made anew
        }
        choices.setSelectedItem(target);
    }

    /**
     * Chooses the new connection of the chosen client, if that has left and come back.
     *
     * @return a sentence that says so; empty if nothing has changed
     */
    Optional<String> followReturned() {
        if (!(target() instanceof Target.One one) || isPopupVisible()) {
            return Optional.empty();
        }
        Optional<Client> now = session.clients().returned(one.client(), latestPeer);
        now.ifPresent(client -> choose(client, one.client()));
        return now.filter(client -> before != null)
                .map(client -> names.ofReturned(client, before)); // the same address needs no words
    }

    /** Chooses a client that has come back, and had this connection before. */
    void choose(Client client, Client earlier) {
        choose(new Target.One(client));
        boolean same = earlier.peer().remote().equals(client.peer().remote());
        before = same ? null : earlier;
    }

    /** Updates the list of clients, unless it is open, and the name of the choice. */
    public void refresh(List<Client> clients) {
        refreshList(clients);
        String label = label(); // its client may have left, or got another name
        if (!label.equals(painted)) {
            painted = label;
            repaint();
        }
        // The address, where the name may have taken its place.
        setToolTipText(
                target() instanceof Target.One one
                        ? before == null
                                ? Addresses.text(one.client().peer().remote())
                                : names.ofReturned(one.client(), before)
                        : null);
    }

    private void refreshList(List<Client> clients) {
        boolean same = clients == shown && target() == listed;
        long now = System.nanoTime();
        boolean soon = choices.getSize() > MANY && target() == listed && now - filledAt < PAUSE_NANOS;
        if (same || soon || isPopupVisible()) {
            return;
        }
        filledAt = now;
        shown = clients;
        listed = target();
        List<Target> wanted = new ArrayList<>(clients.size() + 2);
        for (Client client : clients) {
            if (client.isPresent() && !single) {
                wanted.add(new Target.One(client));
            }
        }
        boolean somebody = single ? session.clients().presentCount() > 0 : !wanted.isEmpty();
        wanted.add(0, somebody || target() instanceof Target.All ? new Target.All() : new Target.Nobody());
        if (target() instanceof Target.One one && !one.client().isPresent()) {
            wanted.add(one);
        } else if (target() instanceof Target.Some) {
            wanted.add(1, target());
        }
        if (choices.offersElsewhere()) {
            wanted.add(new Target.Elsewhere());
        }
        choices.setItems(wanted);
        if (!everChosen && somebody) {
            setSelectedItem(single ? wanted.get(0) : firstChoice(wanted));
        }
    }

    /**
     * Returns the first client that may still send: one that only looked in and ended its stream waits for no answer.
     */
    private static Target firstChoice(List<Target> wanted) {
        for (Target target : wanted) {
            if (target instanceof Target.One one && !one.client().hasFinishedSending()) {
                return target;
            }
        }
        return wanted.get(1);
    }

    /** Returns the name of the choice. */
    String label() {
        return print(target());
    }

    private String print(Target target) {
        return names.of(target, target == target() ? before : null);
    }
}
