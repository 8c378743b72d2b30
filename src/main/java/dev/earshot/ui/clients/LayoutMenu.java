package dev.earshot.ui.clients;

import dev.earshot.codec.VisibleText;
import dev.earshot.fields.MessageLayout;
import dev.earshot.session.Client;
import dev.earshot.session.FieldLayouts;
import dev.earshot.session.Session;
import dev.earshot.session.settings.ViewId;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainMenu;
import dev.earshot.ui.plain.PlainMenuItem;
import dev.earshot.ui.plain.PlainRadioButtonMenuItem;
import java.awt.EventQueue;
import java.util.List;
import javax.swing.ButtonGroup;
import javax.swing.event.MenuEvent;
import javax.swing.event.MenuListener;

/**
 * Builds the menu that chooses the layout by which the fields of single clients are read. It is filled when it opens.
 */
record LayoutMenu(Session session, Words words) {

    /** @param clients at least one */
    PlainMenu of(List<Client> clients) {
        PlainMenu menu = new PlainMenu(words.of("ui.client.layout"));
        menu.setName("clientLayout");
        menu.addMenuListener(new MenuListener() {
            @Override
            public void menuSelected(MenuEvent e) {
                fill(menu, clients);
            }

            @Override
            public void menuDeselected(MenuEvent e) {}

            @Override
            public void menuCanceled(MenuEvent e) {}
        });
        return menu;
    }

    private void fill(PlainMenu menu, List<Client> clients) {
        menu.removeAll();
        FieldLayouts layouts = session.log().layouts().present();
        ButtonGroup group = new ButtonGroup();
        add(menu, group, clients, ViewId.FIELDS, words.of("ui.client.layout.fitting"));
        if (layouts.all().isEmpty()) {
            PlainMenuItem waiting = new PlainMenuItem(words.of("ui.client.layout.loading"));
            waiting.setEnabled(false);
            menu.add(waiting);
            fillWhenLoaded(menu, clients);
            return;
        }
        menu.addSeparator();
        layouts.own().forEach(layout -> add(menu, group, clients, layout));
        PlainMenu builtIn = new PlainMenu(words.of("ui.client.layout.built.in"));
        builtIn.setName("clientLayoutBuiltIn");
        layouts.all().stream()
                .filter(layout -> !layouts.own().contains(layout))
                .forEach(layout -> add(builtIn, group, clients, layout));
        menu.add(builtIn);
    }

    private void fillWhenLoaded(PlainMenu menu, List<Client> clients) {
        Runnable[] listener = new Runnable[1];
        listener[0] = () -> {
            session.log().layouts().forget(listener[0]);
            EventQueue.invokeLater(() -> {
                if (menu.isPopupMenuVisible()) {
                    fill(menu, clients);
                    menu.getPopupMenu().pack();
                }
            });
        };
        session.log().layouts().listen(listener[0]);
    }

    private void add(PlainMenu menu, ButtonGroup group, List<Client> clients, MessageLayout layout) {
        String title = words.isChinese() ? layout.chineseTitle() : layout.title();
        add(menu, group, clients, ViewId.ofLayout(layout.name()), VisibleText.of(title));
    }

    private void add(PlainMenu menu, ButtonGroup group, List<Client> clients, String id, String text) {
        PlainRadioButtonMenuItem item = new PlainRadioButtonMenuItem();
        item.setText(text);
        item.setName("layout." + id);
        item.setSelected(id.equals(session.log().chosenView(clients.get(0).peer())));
        item.addActionListener(e -> clients.forEach(client -> session.log().showAs(client.peer(), id)));
        group.add(item);
        menu.add(item);
    }
}
