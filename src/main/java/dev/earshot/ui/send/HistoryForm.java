package dev.earshot.ui.send;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.TextForm;
import dev.earshot.send.Draft;
import dev.earshot.send.History;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FormShortcuts;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.PopoverPanel;
import dev.earshot.ui.parts.RowMenu;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainList;
import dev.earshot.ui.plain.PlainTextField;
import java.awt.BorderLayout;
import java.awt.Component;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;

/** A form that searches the sent messages for one to send again. */
final class HistoryForm extends PopoverPanel {
    private final transient Words words;
    private final transient History history;
    private final transient Consumer<Draft> take;
    private final transient Runnable changed;
    private final PlainTextField field = new PlainTextField();
    private final DefaultListModel<Draft> found = new DefaultListModel<>();
    private final PlainList<Draft> list = new PlainList<>(found);
    private final PlainLabel hint = new PlainLabel();
    private final PlainButton clear;

    /**
     * @param take takes the chosen message
     * @param changed is run after messages were removed
     */
    HistoryForm(Words words, History history, Consumer<Draft> take, Runnable changed) {
        super("historyForm", new MigLayout("insets 0, gap 8, wrap 1", "[grow, fill]", "[][grow, fill][]"));
        this.words = words;
        this.history = history;
        this.take = take;
        this.changed = changed;
        getAccessibleContext().setAccessibleName(words.of("ui.history"));
        field.setName("historyField");
        field.getAccessibleContext().setAccessibleName(words.of("ui.history.search"));
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.of("ui.history.search"));
        field.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Icons.of("search", 16, Token.ICON));
        field.getDocument().addDocumentListener(TextEdits.listener(this::search));
        clear = new Controls(words).quiet("historyClearButton", "ui.history.clear", this::clear);
        hint.setName("historyHint");
        hint.setForeground(new TokenColor(Token.MUTED));
        hint.setFont(Theme.sans(12));
        setUpList();
        JScrollPane pane = Controls.scroll(list);
        add(field, "h 28!");
        add(pane, "w 440!, h 240!");
        add(hint, "split 2, growx, pushx, wmin 0");
        add(clear, "h 24!");
        bindKeys();
        search();
    }

    @Override
    protected JComponent first() {
        return field;
    }

    private void setUpList() {
        list.setName("historyList");
        list.getAccessibleContext().setAccessibleName(words.of("ui.history"));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new Cell());
        list.setFixedCellHeight(UIScale.scale(24));
        list.setFixedCellWidth(UIScale.scale(100));
        list.whenClicked(this::take);
        RowMenu.attach(list, List.of(HistoryShortcuts.TAKE, HistoryShortcuts.REMOVE), words, this);
    }

    private void bindKeys() {
        FormShortcuts.enter(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, this::take);
        FormShortcuts.enter(clear, WHEN_FOCUSED, this::clear);
        HistoryShortcuts.MOVES.bind(field, WHEN_FOCUSED, this);
        HistoryShortcuts.REMOVE_IN_FIELD.bindWhileEnabled(field, WHEN_FOCUSED, () -> this);
        HistoryShortcuts.REMOVE.bind(list, WHEN_FOCUSED, () -> this);
        HistoryShortcuts.REMOVE_ANYWHERE.bind(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, () -> this);
    }

    boolean isCaretAtEnd() {
        return field.getSelectionStart() == field.getText().length();
    }

    private void search() {
        String wanted = field.getText().toLowerCase(Locale.ROOT);
        Draft before = list.getSelectedValue();
        found.clear();
        List<Draft> matching = history.latestFirst().stream()
                .filter(draft -> draft.text().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        found.addAll(matching);
        list.setSelectedIndex(Math.max(0, matching.indexOf(before)));
        boolean sent = !history.latestFirst().isEmpty();
        clear.setEnabled(sent);
        hint.setText(words.of(!found.isEmpty() ? "ui.history.hint" : sent ? "ui.history.missing" : "ui.history.none"));
    }

    void move(int step) {
        int wanted = Math.max(0, Math.min(found.size() - 1, list.getSelectedIndex() + step));
        list.setSelectedIndex(wanted);
        list.ensureIndexIsVisible(wanted);
    }

    void take() {
        Draft chosen = list.getSelectedValue();
        if (chosen != null) {
            close();
            take.accept(chosen);
        }
    }

    void remove() {
        int index = list.getSelectedIndex();
        if (index >= 0) {
            history.remove(found.get(index));
            changed.run();
            search();
            move(index - list.getSelectedIndex());
        }
    }

    private void clear() {
        history.clear();
        changed.run();
        search();
        field.requestFocusInWindow();
    }

    /** Draws a message in one line, with its form and encoding if they are unusual. */
    private final class Cell extends JPanel implements ListCellRenderer<Draft> {
        private final PlainLabel text = new PlainLabel();
        private final PlainLabel tag = new PlainLabel();

        Cell() {
            super(new BorderLayout(UIScale.scale(8), 0));
            setBorder(BorderFactory.createEmptyBorder(0, UIScale.scale(8), 0, UIScale.scale(8)));
            tag.setForeground(new TokenColor(Token.MUTED));
            add(text);
            add(tag, BorderLayout.EAST);
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends Draft> of, Draft draft, int index, boolean selected, boolean focused) {
            text.setText(QuickWords.oneLine(draft));
            text.setFont(Theme.mono(12));
            tag.setFont(Theme.sans(11));
            tag.setText(
                    draft.form() == TextForm.HEX
                            ? DraftFields.form(words, draft.form())
                            : draft.fixedEncoding().map(e -> e.label()).orElse(""));
            setBackground(selected ? of.getSelectionBackground() : of.getBackground());
            text.setForeground(of.getForeground());
            getAccessibleContext().setAccessibleName(text.getText());
            return this;
        }
    }
}
