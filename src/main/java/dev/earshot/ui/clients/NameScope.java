package dev.earshot.ui.clients;

import dev.earshot.net.address.Addresses;
import dev.earshot.session.Client;
import dev.earshot.session.ClientNames;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.plain.PlainRadioButton;
import java.net.SocketAddress;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The choice whether a name is for one client or for all clients at its address. */
final class NameScope extends JPanel {
    private final transient Words words;
    private final transient ClientNames names;
    private final PlainRadioButton one = new PlainRadioButton("");
    private final PlainRadioButton all = new PlainRadioButton("");

    NameScope(Words words, ClientNames names) {
        super(new MigLayout("insets 0, gap 0, wrap", "[grow, fill]", "[22!][22!]"));
        this.words = words;
        this.names = names;
        one.setName("nameOfOne");
        all.setName("nameOfAll");
        one.setToolTipText(words.of("ui.client.name.one.tip"));
        all.setToolTipText(words.of("ui.client.name.all.tip"));
        ButtonGroup group = new ButtonGroup();
        for (PlainRadioButton choice : new PlainRadioButton[] {one, all}) {
            choice.setOpaque(false);
            choice.setFont(Theme.sans(12));
            group.add(choice);
            add(choice, "wmin 0");
        }
        setOpaque(false);
    }

    /** Shows the choice for a client: one of several at its address is more likely meant alone. */
    void show(Client client) {
        SocketAddress remote = client.peer().remote();
        one.setText(words.of("ui.client.name.one", Integer.toString(Addresses.port(remote))));
        all.setText(words.of("ui.client.name.all", Addresses.host(remote)));
        boolean ofAll = !names.isOfOneClient(remote) && (!names.of(remote).isEmpty() || !names.isShared(remote));
        (ofAll ? all : one).setSelected(true);
    }

    /** Gives the name to one client or to all at its address, as chosen. */
    void give(Client client, String name) {
        if (one.isSelected()) {
            names.giveOne(client.peer().remote(), name);
        } else {
            names.give(client.peer().remote(), name);
        }
    }
}
