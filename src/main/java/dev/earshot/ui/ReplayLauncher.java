package dev.earshot.ui;

import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.send.KeptMessages;
import dev.earshot.send.ReplaySpeed;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.PeerLabel;
import dev.earshot.ui.send.ReplayTargets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.Timer;

/** Finds the receivers of replays in all tabs and begins replays there. Confined to the EDT. */
final class ReplayLauncher implements ReplayTargets {
    private static final int LOOK_MILLIS = 50;
    private static final int MOST_RECEIVERS = 200;

    private final Tabs tabs;
    private final Supplier<Words> words;

    ReplayLauncher(Tabs tabs, Supplier<Words> words) {
        this.tabs = tabs;
        this.words = words;
    }

    @Override
    public List<Receiver> connected() {
        return tabs.all().stream()
                .filter(tab -> tab.session() != null && tab.session().isWritable())
                .flatMap(this::receivers)
                .limit(MOST_RECEIVERS)
                .toList();
    }

    private Stream<Receiver> receivers(SessionTab tab) {
        return tab.session().clients().present().stream()
                .map(Client::peer)
                .filter(peer -> peer.transport() != Transport.TFTP)
                .map(peer -> new TabReceiver(tab, peer));
    }

    /** A client of a tab. */
    private final class TabReceiver implements Receiver {
        private final SessionTab tab;
        private final Peer peer;

        TabReceiver(SessionTab tab, Peer peer) {
            this.tab = tab;
            this.peer = peer;
        }

        @Override
        public String label() {
            String name = new PeerLabel(tab.session(), words.get()).of(peer);
            return words.get()
                    .of("ui.replay.to.client", name, tab.title(words.get()).strip());
        }

        @Override
        public boolean is(Session session, Peer other) {
            return session == tab.session() && other.equals(peer);
        }

        @Override
        public void start(KeptMessages messages, ReplaySpeed speed) {
            tabs.select(tab);
            tab.workspace().sendTools().replay(peer, messages, speed);
        }
    }

    @Override
    public void connect(ConnectAddress server, KeptMessages messages, ReplaySpeed speed) {
        tabs.openClient(server.host(), Integer.toString(server.port()));
        SessionTab tab = tabs.selected();
        boolean[] connects = new boolean[1];
        Timer timer = new Timer(LOOK_MILLIS, null);
        timer.addActionListener(e -> {
            Session session = tab.session();
            List<Client> there = session == null ? List.of() : session.clients().present();
            if (session != null && tab.workspace() != null && !connects[0]) {
                connects[0] = true;
                tab.workspace().connect().startAtStart();
            } else if (!there.isEmpty()) {
                timer.stop();
                tab.workspace().sendTools().replay(there.get(0).peer(), messages, speed);
            } else if (!tabs.all().contains(tab)
                    || session != null && session.status().state() == Status.State.FAILED) {
                timer.stop(); // the bar of the tab says why
            }
        });
        timer.start();
    }
}
