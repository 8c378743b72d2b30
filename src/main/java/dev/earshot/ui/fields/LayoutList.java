package dev.earshot.ui.fields;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.VisibleText;
import dev.earshot.fields.LayoutPresets;
import dev.earshot.fields.MessageLayout;
import dev.earshot.fields.edit.EditedLayout;
import dev.earshot.fields.edit.LayoutDocument;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainList;
import dev.earshot.ui.plain.PlainListCell;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.ListSelectionModel;

/** The list of the user's layouts, and below them the built-in ones. Confined to the EDT. */
final class LayoutList extends PlainList<LayoutList.Entry> {
    private final DefaultListModel<Entry> entries;
    private final transient Words words;
    private transient List<MessageLayout> builtIn = List.of();
    private boolean changing;

    /**
     * A layout of the list.
     *
     * @param title what people call it; may hold control characters
     */
    record Entry(String name, String title, boolean isBuiltIn) {}

    /** @param chosen takes the layout that a person has chosen */
    LayoutList(Words words, Consumer<Entry> chosen) {
        this(new DefaultListModel<>(), words, chosen);
    }

    private LayoutList(DefaultListModel<Entry> entries, Words words, Consumer<Entry> chosen) {
        super(entries);
        this.entries = entries;
        this.words = words;
        setName("layoutsList");
        getAccessibleContext().setAccessibleName(words.of("ui.layouts.list"));
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setCellRenderer(new Cell());
        addListSelectionListener(e -> {
            if (!changing && !e.getValueIsAdjusting() && getSelectedValue() != null) {
                chosen.accept(getSelectedValue());
            }
        });
    }

    /** Sets the built-in layouts, which are read on a thread. */
    void builtIn(List<MessageLayout> layouts) {
        builtIn = List.copyOf(layouts);
    }

    /** Reads the built-in layouts. Blocks; never on the EDT. */
    static List<MessageLayout> readBuiltIn() {
        return LayoutPresets.all();
    }

    /** Lists the layouts, and selects one without choosing it. */
    void show(LayoutDocument document, String name, boolean isBuiltIn) {
        List<Entry> next = new ArrayList<>();
        for (EditedLayout layout : document.layouts()) {
            next.add(new Entry(layout.name(), LayoutNames.shown(layout, words.isChinese()), false));
        }
        for (MessageLayout layout : builtIn) {
            next.add(new Entry(layout.name(), words.isChinese() ? layout.chineseTitle() : layout.title(), true));
        }
        changing = true;
        if (!next.equals(java.util.Collections.list(entries.elements()))) {
            entries.clear();
            entries.addAll(next);
        }
        clearSelection();
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i).name.equals(name) && next.get(i).isBuiltIn == isBuiltIn) {
                setSelectedIndex(i);
                ensureIndexIsVisible(i);
            }
        }
        changing = false;
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setFixedCellHeight(UIScale.scale(24));
    }

    /** Follows the width of the view, so that a long title is cut. */
    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    /** Draws a layout; built-in ones are muted. */
    private static final class Cell extends PlainListCell {
        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean isSelected, boolean cellHasFocus) {
            Entry entry = (Entry) value;
            super.getListCellRendererComponent(list, VisibleText.of(entry.title), index, isSelected, cellHasFocus);
            setToolTipText(entry.name);
            boolean isFirstBuiltIn =
                    entry.isBuiltIn && index > 0 && !((Entry) list.getModel().getElementAt(index - 1)).isBuiltIn;
            setBorder(BorderFactory.createCompoundBorder(
                    isFirstBuiltIn ? Hairline.top() : BorderFactory.createEmptyBorder(),
                    BorderFactory.createEmptyBorder(0, UIScale.scale(12), 0, UIScale.scale(8))));
            setForeground((entry.isBuiltIn ? Token.MUTED : Token.TEXT).color());
            return this;
        }
    }
}
