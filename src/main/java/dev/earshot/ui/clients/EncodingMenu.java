package dev.earshot.ui.clients;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Transport;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Encodings;
import dev.earshot.ui.plain.PlainMenu;
import dev.earshot.ui.plain.PlainRadioButtonMenuItem;
import java.util.List;
import javax.swing.ButtonGroup;
import javax.swing.JMenu;

/** Builds the menu that chooses an encoding for single clients. It is then also that of what is sent to them. */
record EncodingMenu(Session session, Words words) {

    /** @param clients at least one */
    PlainMenu of(List<Client> clients) {
        PlainMenu menu = new PlainMenu(words.of("ui.client.encoding"));
        menu.setName("clientEncoding");
        menu.setEnabled(clients.stream().noneMatch(client -> client.peer().transport() == Transport.TFTP));
        Encoding now = session.log().chosenEncoding(clients.get(0).peer());
        ButtonGroup group = new ButtonGroup();
        add(menu, group, clients, null, now);
        menu.addSeparator();
        Encodings.usual().forEach(encoding -> add(menu, group, clients, encoding, now));
        PlainMenu more = new PlainMenu(words.of("ui.client.encoding.more"));
        more.setName("clientEncodingMore");
        Encodings.unusual().forEach(encoding -> add(more, group, clients, encoding, now));
        menu.add(more);
        return menu;
    }

    private void add(JMenu menu, ButtonGroup group, List<Client> clients, Encoding encoding, Encoding now) {
        PlainRadioButtonMenuItem item = new PlainRadioButtonMenuItem();
        item.setText(encoding == null ? words.of("ui.client.encoding.none") : encoding.label());
        item.setName("encoding." + (encoding == null ? "none" : encoding.label()));
        item.setSelected(encoding == null ? now == null : encoding.equals(now));
        item.addActionListener(e -> clients.forEach(client -> session.log().readAs(client.peer(), encoding)));
        group.add(item);
        menu.add(item);
    }
}
