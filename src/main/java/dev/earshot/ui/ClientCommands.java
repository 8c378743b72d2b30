package dev.earshot.ui;

import dev.earshot.journal.search.PeerSet;
import dev.earshot.net.Peer;
import dev.earshot.session.Client;
import dev.earshot.ui.clients.ClientListView;
import dev.earshot.ui.log.FilterBar;
import dev.earshot.ui.send.ReplayForm;
import dev.earshot.ui.send.SendBar;
import java.awt.EventQueue;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.SwingUtilities;

/** Carries out the commands of the client list that concern other parts, such as the filter and the send box. */
final class ClientCommands implements ClientListView.Listener {
    private final FilterBar filter;
    private final SendBar sendBar;
    private final Runnable closeList;
    private final Runnable renamed;
    private final Consumer<String> fail;
    private final Function<Peer, ReplayForm> replays;

    /**
     * Creates the commands of one workspace.
     *
     * @param closeList closes the list where it is a popup
     * @param renamed is run when a client was given another name
     * @param fail shows why a command has failed
     * @param replays makes the form that sends the conversation with a peer again
     */
    ClientCommands(
            FilterBar filter,
            SendBar sendBar,
            Runnable closeList,
            Runnable renamed,
            Consumer<String> fail,
            Function<Peer, ReplayForm> replays) {
        this.filter = filter;
        this.sendBar = sendBar;
        this.closeList = closeList;
        this.renamed = renamed;
        this.fail = fail;
        this.replays = replays;
    }

    /** Shows the rows of these clients and sends to them. The receiver "all" is only chosen in the To box. */
    @Override
    public void choose(List<Client> chosen) {
        showOnly(chosen);
        if (!chosen.isEmpty()) {
            sendBar.choose(chosen);
        }
        if (!isMoreToCome()) {
            closeList.run();
        }
    }

    /** Whether the person goes on in the list: chooses more clients, or opens the menu of those. */
    private static boolean isMoreToCome() {
        return EventQueue.getCurrentEvent() instanceof InputEvent event
                && (event.isControlDown()
                        || event.isShiftDown()
                        || event.isMetaDown()
                        || event instanceof MouseEvent click && SwingUtilities.isRightMouseButton(click));
    }

    @Override
    public void showOnly(List<Client> clients) {
        filter.peers(
                PeerSet.of(clients.stream().map(client -> client.peer().id()).toList()));
    }

    @Override
    public void sendTo(List<Client> receivers) {
        sendBar.choose(receivers);
        closeList.run();
        sendBar.focus();
    }

    @Override
    public void replay(Client client) {
        closeList.run();
        replays.apply(client.peer()).open(filter);
    }

    @Override
    public void renamed() {
        renamed.run();
    }

    @Override
    public void fail(String why) {
        fail.accept(why);
    }
}
