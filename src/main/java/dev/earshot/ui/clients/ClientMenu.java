package dev.earshot.ui.clients;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import dev.earshot.net.address.Addresses;
import dev.earshot.reply.Role;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.ClipboardText;
import dev.earshot.ui.plain.PlainMenuItem;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;

/** The commands for clients, as a menu for those that are clicked and as keys for the chosen ones. */
public final class ClientMenu {
    private final Session session;
    private final Words words;
    private final ClientListView.Listener listener;
    private final ClientEditors editors;
    private JPopupMenu shown;

    ClientMenu(Session session, Words words, ClientListView.Listener listener, ClientEditors editors) {
        this.session = session;
        this.words = words;
        this.listener = listener;
        this.editors = editors;
    }

    /** Binds the keys and opens the menu on a right click in this list. */
    void attach(ClientListView list) {
        ClientShortcuts.IN_LIST.bind(list, JComponent.WHEN_FOCUSED, list);
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                maybeOpen(list, e);
            }

            @Override
            public void mouseReleased(MouseEvent e) {
                maybeOpen(list, e);
            }
        });
    }

    /** Whether the menu is open. */
    boolean isOpen() {
        return shown != null && shown.isVisible();
    }

    /** Opens the menu for the chosen clients, among which is the one that was clicked. */
    private void maybeOpen(ClientListView list, MouseEvent e) {
        if (e.isPopupTrigger() && list.clientAt(e.getPoint()).isPresent()) {
            open(list, list.chosen(), e.getX(), e.getY());
        }
    }

    /** Makes these clients the receivers of the next message, and gives the send box the keyboard. */
    void sendTo(List<Client> clients) {
        if (session.isWritable()) {
            listener.sendTo(clients);
        }
    }

    /** Opens the field for the name of the first of these clients. */
    void renameFirst(List<Client> clients) {
        Client first = clients.get(0);
        editors.editName(first, session.clients().names().of(first.peer().remote()));
    }

    /** Opens the menu below the row that has the keyboard. */
    void openAtLead(ClientListView list) {
        int index = Math.max(1, list.getLeadSelectionIndex());
        list.ensureIndexIsVisible(index);
        Rectangle bounds = list.getCellBounds(index, index);
        open(list, list.chosen(), bounds.x + UIScale.scale(32), bounds.y + bounds.height);
    }

    private void open(JComponent list, List<Client> clients, int x, int y) {
        shown = menu(clients);
        shown.show(list, x, y);
    }

    /** @param clients at least one */
    private JPopupMenu menu(List<Client> clients) {
        boolean several = clients.size() > 1;
        boolean canSend = clients.stream().noneMatch(client -> client.peer().transport() == Transport.TFTP);
        boolean present = canSend && clients.stream().anyMatch(Client::isPresent);
        boolean oneAddress = clients.stream()
                        .map(client -> Addresses.host(client.peer().remote()))
                        .distinct()
                        .count()
                == 1;
        JPopupMenu menu = new JPopupMenu();
        String to = several ? words.of("ui.client.send.to.several", clients.size()) : words.of("ui.client.send.to");
        String only = words.of(several ? "ui.client.only.several" : "ui.client.only");
        add(menu, "clientSendTo", to, null, session.isWritable() && canSend, () -> listener.sendTo(clients));
        add(menu, "clientOnly", only, null, true, () -> listener.showOnly(clients));
        menu.addSeparator();
        add(
                menu,
                "clientRename",
                words.of("ui.client.rename"),
                ClientShortcuts.RENAME.stroke(),
                oneAddress,
                () -> renameFirst(clients));
        add(
                menu,
                "clientCopy",
                words.of("ui.client.copy"),
                ClientShortcuts.COPY.stroke(),
                true,
                () -> copyAddresses(clients));
        add(menu, "clientReplay", words.of("ui.client.replay"), null, !several, () -> listener.replay(clients.get(0)));
        menu.add(new EncodingMenu(session, words).of(clients));
        menu.add(new ViewMenu(session, words).of(clients));
        menu.add(new LayoutMenu(session, words).of(clients));
        menu.add(new RoleMenu(session, words)
                .of(clients, role -> giveRole(clients, role), typed -> editors.editRole(clients.get(0), typed)));
        menu.addSeparator();
        if (clients.stream().allMatch(client -> client.peer().transport().isUdp())) {
            addDatagrams(menu, clients, present);
        } else {
            addConnections(menu, clients, present);
        }
        menu.addSeparator();
        List<Client> left = left(clients);
        List<Client> allLeft = left(session.clients().all());
        add(menu, "clientRemove", words.of("ui.client.remove"), null, !left.isEmpty(), () -> remove(left));
        String all = words.of("ui.client.remove.all", allLeft.size());
        add(menu, "clientRemoveAll", all, null, !allLeft.isEmpty(), () -> remove(allLeft));
        return menu;
    }

    private static List<Client> left(List<Client> clients) {
        return clients.stream().filter(client -> !client.isPresent()).toList();
    }

    private void remove(List<Client> left) {
        session.clients().remove(left);
    }

    private void addConnections(JPopupMenu menu, List<Client> clients, boolean present) {
        List<Peer> unfinished = unfinished(clients);
        PlainMenuItem finish = add(
                menu,
                "clientFinish",
                words.of("ui.client.finish"),
                null,
                !unfinished.isEmpty(),
                () -> session.clients().finishSending(unfinished));
        finish.setToolTipText(words.of("ui.client.finish.tip"));
        List<Peer> plain = plain(clients);
        PlainMenuItem tls =
                add(menu, "clientTls", words.of("ui.client.tls"), null, !plain.isEmpty(), () -> startTls(plain));
        tls.setToolTipText(words.of("ui.client.tls.tip"));
        add(
                menu,
                "clientDisconnect",
                words.of("ui.client.disconnect"),
                ClientShortcuts.DISCONNECT.stroke(),
                present,
                () -> disconnect(clients));
        add(
                menu,
                "clientAbort",
                words.of("ui.client.abort"),
                ClientShortcuts.ABORT.stroke(),
                present,
                () -> abort(clients));
    }

    /** Adds the commands for UDP peers, which have no connection to close; an empty datagram cannot be typed. */
    private void addDatagrams(JPopupMenu menu, List<Client> clients, boolean present) {
        String empty = words.of("ui.client.empty");
        add(
                menu,
                "clientEmpty",
                empty,
                null,
                present,
                () -> peers(clients).forEach(peer -> session.sending().sendTyped(peer, new byte[0], () -> "")));
        add(
                menu,
                "clientForget",
                words.of("ui.client.forget"),
                ClientShortcuts.DISCONNECT.stroke(),
                present,
                () -> disconnect(clients));
    }

    private static PlainMenuItem add(
            JPopupMenu menu, String name, String text, KeyStroke stroke, boolean enabled, Runnable command) {
        PlainMenuItem item = new PlainMenuItem(text);
        item.setName(name);
        item.setAccelerator(stroke);
        item.setEnabled(enabled);
        item.addActionListener(e -> command.run());
        menu.add(item);
        return item;
    }

    /** Gives clients a role, or shows why one cannot have it. Runs on its own thread, for each is noted in the log. */
    void giveRole(List<Client> clients, Role role) {
        List<Peer> chosen = peers(clients);
        Background.run("role", () -> giveRole(chosen, role, listener::fail));
    }

    private void giveRole(Collection<Peer> peers, Role role, Consumer<String> failed) {
        try {
            for (Peer peer : peers) {
                session.replies().giveRole(peer, role);
            }
        } catch (Problem problem) {
            EventQueue.invokeLater(() -> failed.accept(words.of(problem)));
        }
    }

    void disconnect(List<Client> clients) {
        session.clients().disconnect(peers(clients));
    }

    void abort(List<Client> clients) {
        session.clients().abort(peers(clients));
    }

    /** Returns the peers of those clients to which something can still be sent. */
    public static List<Peer> unfinished(List<Client> clients) {
        return clients.stream()
                .filter(client -> client.isPresent() && !client.isFinishedHere())
                .filter(client -> client.peer().transport() != Transport.TFTP)
                .map(Client::peer)
                .toList();
    }

    /** Returns the peers of those clients that are not encrypted and can be. */
    private List<Peer> plain(List<Client> clients) {
        return clients.stream()
                .filter(client -> client.isPresent() && client.tls().isEmpty())
                .filter(client -> session.kind().canStartTls())
                .map(Client::peer)
                .toList();
    }

    private void startTls(List<Peer> peers) {
        Background.run("start TLS", () -> session.clients().startTls(peers)); // it reads files
    }

    private static List<Peer> peers(List<Client> clients) {
        return clients.stream().filter(Client::isPresent).map(Client::peer).toList();
    }

    void copyAddresses(List<Client> clients) {
        String lines = clients.stream()
                .map(client -> Addresses.text(client.peer().remote()))
                .collect(Collectors.joining("\n"));
        ClipboardText.put(lines).ifPresent(why -> listener.fail(words.of("ui.copy.failed", why)));
    }
}
