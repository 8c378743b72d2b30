package dev.earshot.ui.log;

import dev.earshot.journal.Row;
import dev.earshot.session.Session;
import dev.earshot.session.view.RowFormat;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainMenu;
import dev.earshot.ui.plain.PlainMenuItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

/** The context menu of the rows of the log. It acts on the row that was selected last. Confined to the EDT. */
final class LogMenu {
    private final LogArea log;
    private final Session session;
    private final Words words;
    private final RowActions actions;
    private final Consumer<String> say;
    private final RowLoader loader;
    private final JPopupMenu menu = new JPopupMenu();
    private final Map<PlainMenuItem, Predicate<Row>> conditions = new LinkedHashMap<>();

    /** @param say takes messages for the status line */
    LogMenu(LogArea log, Session session, Words words, RowActions actions, Consumer<String> say) {
        this.log = log;
        this.session = session;
        this.words = words;
        this.actions = actions;
        this.say = say;
        loader = new RowLoader(session, words, say);
    }

    /** Builds the menu; to be called once. */
    JPopupMenu build() {
        LogShortcuts.COPY
                .subList(0, 2)
                .forEach(command -> add(command.key(), command.stroke(), row -> true, row -> {
                    command.run(log, 0);
                }));
        PlainMenu copyAs = new PlainMenu(words.of("ui.copy.as"));
        copyAs.setMnemonic(words.mnemonic("ui.copy.as"));
        for (RowFormat format : RowFormat.values()) {
            if (!format.isUsual()) {
                PlainMenuItem item = item(LogShortcuts.copyWords(format), null);
                item.addActionListener(e -> log.copy(format));
                copyAs.add(item);
            }
        }
        menu.add(copyAs);
        menu.addSeparator();
        add(
                "ui.note.edit",
                LogShortcuts.NOTE.stroke(),
                row -> true,
                row -> log.notes().edit());
        menu.addSeparator();
        add("ui.client.send.to", null, row -> actions.canSend(row.peerId()), row -> actions.sendTo(row.peerId()));
        addForMessage(
                "ui.row.again",
                row -> row.kind() == Row.Kind.SENT && actions.canSend(row.peerId()),
                actions::sendAgain);
        addForMessage("ui.row.edit", row -> actions.isWritable(), actions::edit);
        addForMessage("ui.row.rule", row -> row.kind() == Row.Kind.RECEIVED && actions.isWritable(), actions::makeRule);
        menu.addSeparator();
        add("ui.row.compare", null, row -> log.choice().pair().size() == 2, row -> compareSelected());
        addForMessage("ui.row.compare.mark", row -> true, actions::markForComparison);
        addForMessage("ui.row.compare.marked", row -> actions.hasMarked(), actions::compareWithMarked);
        add("ui.row.wireshark", null, row -> row.kind() != Row.Kind.EVENT, row -> log.openWireshark());
        menu.addSeparator();
        addForMessage("ui.row.filter", row -> true, actions::filterBy);
        add("ui.row.only", null, row -> row.peerId() != 0, row -> actions.showOnly(row.peerId()));
        menu.addSeparator();
        addForMessage("ui.row.plot", row -> true, actions::plotNumber);
        add("ui.row.plot.mark", null, row -> !row.isMissing(), actions::markInPlot);
        menu.addPopupMenuListener(new PopupMenuListener() {
            @Override
            public void popupMenuWillBecomeVisible(PopupMenuEvent e) {
                Row row = leadRow();
                conditions.forEach((item, condition) -> item.setEnabled(row != null && condition.test(row)));
            }

            @Override
            public void popupMenuWillBecomeInvisible(PopupMenuEvent e) {}

            @Override
            public void popupMenuCanceled(PopupMenuEvent e) {}
        });
        return menu;
    }

    private void compareSelected() {
        loader.load(log.choice().pair(), session.log().generation(), rows -> {
            if (rows.stream().anyMatch(row -> row.kind() == Row.Kind.EVENT)) {
                say.accept(words.of("ui.row.compare.event"));
            } else {
                actions.compare(rows.get(0), rows.get(1));
            }
        });
    }

    /** Returns the row that was selected last, or null. Its bytes may be cut. */
    private Row leadRow() {
        long number = log.selectedRow();
        return number == ShownRows.NONE ? null : log.model().rowOf(number).row();
    }

    private PlainMenuItem item(String key, KeyStroke stroke) {
        PlainMenuItem item = new PlainMenuItem(words.of(key));
        item.setName("row." + key); // the Edit menu has items of some of these names
        item.setMnemonic(words.mnemonic(key));
        item.setAccelerator(stroke);
        return item;
    }

    private void add(String key, KeyStroke stroke, Predicate<Row> condition, Consumer<Row> command) {
        PlainMenuItem item = item(key, stroke);
        item.addActionListener(e -> {
            Row row = leadRow();
            if (row != null) {
                command.accept(row);
            }
        });
        conditions.put(item, condition);
        menu.add(item);
    }

    /** Adds an item whose command gets the whole message, which is read on a thread. */
    private void addForMessage(String key, Predicate<Row> condition, Consumer<Row> command) {
        add(
                key,
                null,
                row -> row.kind() != Row.Kind.EVENT && condition.test(row),
                row -> loader.load(
                        List.of(row.number()), session.log().generation(), rows -> command.accept(rows.get(0))));
    }
}
