package dev.earshot.ui.clients;

import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainMenu;
import dev.earshot.ui.plain.PlainRadioButtonMenuItem;
import java.util.List;
import javax.swing.ButtonGroup;

/** Builds the menu that chooses how the messages of single clients are shown. */
record ViewMenu(Session session, Words words) {

    /** @param clients at least one */
    PlainMenu of(List<Client> clients) {
        PlainMenu menu = new PlainMenu(words.of("ui.client.view"));
        menu.setName("clientView");
        String now = session.log().chosenView(clients.get(0).peer());
        ButtonGroup group = new ButtonGroup();
        add(menu, group, clients, null, now);
        menu.addSeparator();
        MessageViews.IDS.forEach(id -> add(menu, group, clients, id, now));
        return menu;
    }

    private void add(PlainMenu menu, ButtonGroup group, List<Client> clients, String id, String now) {
        PlainRadioButtonMenuItem item = new PlainRadioButtonMenuItem();
        item.setText(id == null ? words.of("ui.client.view.none") : MessageViews.name(id, words));
        item.setName("view." + (id == null ? "none" : id));
        item.setSelected(id == null ? now == null : id.equals(now));
        item.addActionListener(e -> clients.forEach(client -> session.log().showAs(client.peer(), id)));
        group.add(item);
        menu.add(item);
    }
}
