package dev.earshot.ui.log;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.VisibleText;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FormShortcuts;
import dev.earshot.ui.parts.PopoverPanel;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainList;
import dev.earshot.ui.plain.PlainListCell;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import javax.swing.AbstractListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;

/** The list of the rows with notes. Enter or a click goes to the row, Esc closes the list. */
final class NoteList extends PopoverPanel {
    private static final int ROW_HEIGHT = 24;
    private static final int MOST_ROWS = 12;
    private static final int WIDTH = 560;

    private final PlainList<Item> list;
    private final transient LongConsumer show;

    /** A row with a note. */
    private record Item(long number, String note) {}

    /**
     * @param notes the texts by the numbers of their rows
     * @param show goes to the row of a number
     */
    NoteList(Map<Long, String> notes, LogTableModel model, Words words, LongConsumer show) {
        super("noteListForm", new MigLayout("insets 0", "[grow, fill]", "[grow, fill]"));
        this.show = show;
        List<Item> items = new ArrayList<>();
        notes.forEach((number, note) -> items.add(new Item(number, note)));
        list = new PlainList<>(new Items(items));
        list.setName("noteList");
        list.getAccessibleContext().setAccessibleName(words.of("ui.note.list"));
        list.setBackground(new TokenColor(Token.TABLE));
        list.setFixedCellHeight(UIScale.scale(ROW_HEIGHT));
        list.setFixedCellWidth(1); // a long note is cut: never a bar at the bottom
        list.setCellRenderer(new Cell(model));
        list.setSelectedIndex(0);
        list.whenClicked(this::go);
        FormShortcuts.enter(list, WHEN_FOCUSED, this::go);
        JScrollPane scroll = Controls.scroll(list);
        int rows = Math.min(MOST_ROWS, items.size());
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        add(scroll, "w " + WIDTH + "!, h " + rows * ROW_HEIGHT + "!");
    }

    private void go() {
        Item chosen = list.getSelectedValue();
        if (chosen != null) {
            close();
            show.accept(chosen.number);
        }
    }

    @Override
    protected JComponent first() {
        return list;
    }

    /** The items, in the order of their rows. */
    private static final class Items extends AbstractListModel<Item> {
        private final transient List<Item> items;

        Items(List<Item> items) {
            this.items = items;
        }

        @Override
        public int getSize() {
            return items.size();
        }

        @Override
        public Item getElementAt(int index) {
            return items.get(index);
        }
    }

    /** Shows the time and the client of a row, which is read only when it is painted, and its note. */
    private static final class Cell extends PlainListCell {
        private final LogTableModel model;

        Cell(LogTableModel model) {
            this.model = model;
        }

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focused) {
            Item item = (Item) value;
            LogRow row = model.rowOf(item.number);
            String client = row.client().isEmpty() ? "" : row.client() + "   ";
            String text = row.time() + "   " + client + VisibleText.of(item.note);
            super.getListCellRendererComponent(list, text, index, selected, false);
            setFont(Theme.sans(12));
            setForeground(Token.TEXT.color());
            setBackground((selected ? Token.SELECTION : Token.TABLE).color());
            return this;
        }
    }
}
