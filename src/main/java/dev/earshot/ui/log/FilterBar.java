package dev.earshot.ui.log;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Problem;
import dev.earshot.journal.search.Filter;
import dev.earshot.journal.search.PeerSet;
import dev.earshot.journal.search.SearchTerm;
import dev.earshot.journal.search.TimeSpan;
import dev.earshot.session.FilterResult;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainTextField;
import dev.earshot.ui.plain.PlainToggleButton;
import java.awt.FontMetrics;
import java.awt.Insets;
import java.util.List;
import java.util.function.LongSupplier;
import javax.swing.JPanel;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** The bar in which a person sets the filter: what to search for, and which kinds of rows to show. */
public final class FilterBar extends JPanel {
    private static final int PAUSE_MILLIS = 150;
    private static final int ICON = 16;
    private static final int ICON_GAP = 4; // of FlatLaf, between an icon and the text

    /** Takes the commands of the person who uses the bar. */
    public interface Listener {
        /** The filter has changed. */
        void filtered();

        /** @param step 1 for the next hit, -1 for the one before */
        void find(int step);

        /** Esc was pressed, and the field is empty. */
        void escape();

        /** Takes the problem with the typed text; empty when it is solved. */
        void complain(String text);
    }

    private final transient Session session;
    private final transient Words words;
    private final transient Listener listener;
    private final PlainTextField field = new PlainTextField();
    private final PlainToggleButton narrow;
    private final PlainToggleButton received;
    private final PlainToggleButton sent;
    private final PlainToggleButton events;
    private final PlainToggleButton noted;
    private final Timer pause = new Timer(PAUSE_MILLIS, e -> apply());
    private transient PeerSet peers;
    private transient SearchTerm term;
    private String problem = "";
    private transient TimeSpan span; // null: any time
    private final PlainButton spanButton;
    private final transient LongSupplier selectedRow;
    private final transient LogTimes times;

    /**
     * Shows the present filter of the session.
     *
     * @param selectedRow the number of the selected row, which may limit the span of time, or {@link ShownRows#NONE}
     */
    public FilterBar(Session session, Words words, Listener listener, LongSupplier selectedRow) {
        super(new MigLayout("insets 0, gap 0", "[grow, fill][][][][][]", "[28!]"));
        this.selectedRow = selectedRow;
        times = new LogTimes(session, words);
        this.session = session;
        this.words = words;
        this.listener = listener;
        Controls controls = new Controls(words);
        narrow = controls.toggle("narrowButton", Icons.of("narrow", 14, Token.ICON), words.of("ui.filter.narrow"));
        received = controls.toggle(
                "showReceivedButton", Icons.of("in", 16, Token.RECEIVED), words.of("ui.filter.received"));
        sent = controls.toggle("showSentButton", Icons.of("out", 16, Token.SENT), words.of("ui.filter.sent"));
        events = controls.toggle("showEventsButton", Icons.of("plug", 16, Token.ICON), words.of("ui.filter.events"));
        noted = controls.toggle("showNotedButton", Icons.of("mark", 16, Token.NOTE), words.of("ui.filter.noted"));
        spanButton = controls.tool("spanButton", Icons.of("clock", 16, Token.ICON), words.of("ui.span.tip"));
        spanButton.addActionListener(e -> openSpan());
        setUpField();
        restore(session.log().filtered());
        add(field, "wmin 0, h 28!");
        add(received, "w 24!, h 24!, gapleft 6");
        add(sent, "w 24!, h 24!, gapleft 2");
        add(events, "w 24!, h 24!, gapleft 2");
        add(spanButton, "w 24!, h 24!, gapleft 2");
        add(noted, "w 24!, h 24!, gapleft 2");
        pause.setRepeats(false);
        field.getDocument().addDocumentListener(TextEdits.listener(this::edited));
        for (PlainToggleButton button : new PlainToggleButton[] {narrow, received, sent, events, noted}) {
            button.addActionListener(e -> apply());
        }
    }

    /** Shows only the rows of these clients. */
    public void peers(PeerSet wanted) {
        peers = wanted;
        apply();
    }

    /** Shows only rows that ended within this span; with null, rows of any time. */
    public void span(TimeSpan wanted) {
        span = wanted;
        apply();
    }

    /** Shows received and sent messages and events. */
    void showAllKinds() {
        List.of(received, sent, events).forEach(button -> button.setSelected(true));
        apply();
    }

    /** Shows rows without a note as well. */
    void showRowsWithoutNotes() {
        noted.setSelected(false);
        apply();
    }

    /** Returns the problem with the typed text; empty if there is none. */
    String problem() {
        return problem;
    }

    /** Takes over the typed text of the bar that this one replaces, also if it is wrong. */
    public void takeOver(FilterBar before) {
        if (!field.getText().equals(before.field.getText())) {
            field.setText(before.field.getText());
            apply();
        }
    }

    private void openSpan() {
        new SpanForm(words, times, span, selectedRow.getAsLong(), this::span).open(spanButton);
    }

    public void focusField() {
        field.requestFocusInWindow();
        field.selectAll();
    }

    /** Looks for this, as if it was typed. */
    public void search(String typed) {
        field.setText(typed);
        field.setCaretPosition(0); // a long text is seen from its beginning
        apply();
    }

    /** Empties the field; returns whether it had any text. */
    public boolean empty() {
        boolean full = !field.getText().isEmpty();
        if (full) {
            field.setText("");
            apply();
        }
        return full;
    }

    private void setUpField() {
        field.setName("filterField");
        field.setColumns(1); // it takes the room that is left
        field.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Icons.of("search", ICON, Token.ICON));
        field.putClientProperty(FlatClientProperties.TEXT_FIELD_TRAILING_COMPONENT, narrow);
        field.getAccessibleContext().setAccessibleName(words.of("ui.filter"));
        field.setToolTipText(words.of("ui.filter.tip", LogShortcuts.FOCUS_FILTER.keyName()));
        LogShortcuts.IN_FILTER.bind(field, WHEN_FOCUSED, this);
    }

    @Override
    public void doLayout() {
        super.doLayout();
        showHint();
    }

    /** Says in the empty field what it is for, in the longest words that it has room for, which may be none. */
    private void showHint() {
        Insets insets = field.getInsets();
        int room = field.getWidth() - insets.left - insets.right - UIScale.scale(ICON + ICON_GAP);
        FontMetrics metrics = field.getFontMetrics(field.getFont());
        String hint = words.of("ui.filter");
        if (metrics.stringWidth(hint) > room) {
            hint = words.of("ui.filter.short");
        }
        boolean fits = metrics.stringWidth(hint) <= room;
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, fits ? hint : "");
    }

    private void restore(FilterResult now) {
        Filter filter = now.filter();
        peers = filter.peers();
        term = filter.term();
        span = filter.span();
        field.setText(term == null ? "" : term.typed());
        narrow.setSelected(now.narrow());
        narrow.setVisible(term != null);
        received.setSelected(filter.received());
        sent.setSelected(filter.sent());
        events.setSelected(filter.events());
        noted.setSelected(filter.noted());
    }

    private void edited() {
        narrow.setVisible(!field.getText().isEmpty());
        pause.restart();
    }

    void escape() {
        if (!empty()) {
            listener.escape();
        }
    }

    void find(int step) {
        if (pause.isRunning()) {
            apply();
        }
        listener.find(step);
    }

    private void apply() {
        pause.stop();
        String problemBefore = problem;
        try {
            term = SearchTerm.parse(field.getText());
            field.putClientProperty(FlatClientProperties.OUTLINE, null);
            problem = "";
            listener.complain("");
        } catch (Problem wrong) {
            // What was looked for before still is; everything else is taken over.
            field.putClientProperty(FlatClientProperties.OUTLINE, FlatClientProperties.OUTLINE_ERROR);
            problem = words.of(wrong);
            listener.complain(problem);
        }
        Filter filter = new Filter(
                peers, received.isSelected(), sent.isSelected(), events.isSelected(), term, span, noted.isSelected());
        FilterResult now = session.log().filtered();
        if (!filter.equals(now.filter()) || narrow.isSelected() != now.narrow()) {
            session.log().filter(filter, narrow.isSelected());
            listener.filtered();
        } else if (!problem.equals(problemBefore)) {
            listener.filtered(); // an empty log tells of it
        }
    }
}
