package dev.earshot.ui.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.reply.rules.Match;
import dev.earshot.send.Draft;
import dev.earshot.send.QuickSend;
import dev.earshot.send.QuickSends;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.UndoableListModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The table model of the quick sends, with the problems of their cells. Confined to the EDT. */
final class QuickModel extends UndoableListModel<QuickSends, QuickSend> {

    /** The columns of the table, in their order. */
    enum Column {
        STEP,
        KEY,
        NAME,
        MESSAGE,
        FORM,
        DELAY,
        WAIT,
        REPLY,
        TIMEOUT
    }

    private final transient Consumer<QuickSends> changed;
    private int rounds;

    /** @param changed takes the quick sends after each change */
    QuickModel(Words words, QuickSends all, Consumer<QuickSends> changed) {
        super("ui.quick.column.", words, Column.values(), all.list());
        this.changed = changed;
        rounds = all.rounds();
    }

    @Override
    protected List<QuickSend> list(QuickSends state) {
        return state.list();
    }

    @Override
    protected QuickSends stateWith(List<QuickSend> other) {
        return new QuickSends(other, rounds);
    }

    @Override
    protected void publish(QuickSends state) {
        rounds = state.rounds();
        changed.accept(state);
    }

    /** Takes over changes that were made elsewhere. */
    void refresh(QuickSends now) {
        if (!now.equals(state())) {
            rounds = now.rounds();
            show(now.list());
        }
    }

    @Override
    public Map<Column, Problem> problems(int row) {
        return problemsOf(get(row));
    }

    /** Returns the problems of a quick send in the order of the columns; none if it is not filled in yet. */
    private static Map<Column, Problem> problemsOf(QuickSend quick) {
        Map<Column, Problem> found = new EnumMap<>(Column.class);
        Draft draft = quick.draft();
        if (!draft.isEmpty()) {
            check(found, Column.MESSAGE, () -> draft.bytes(draft.fixedEncoding().orElse(Encoding.UTF_8)));
        } else if (quick.inSequence() && !quick.name().isBlank()) {
            found.put(Column.MESSAGE, new Problem("ui.send.nothing", -1));
        }
        quick.reply().ifPresent(match -> check(found, Column.REPLY, match::check));
        return found;
    }

    private interface Check {
        void run() throws Problem;
    }

    private static void check(Map<Column, Problem> found, Column column, Check check) {
        try {
            check.run();
        } catch (Problem problem) {
            found.put(column, problem);
        }
    }

    void rounds(int wanted) {
        if (wanted != rounds) {
            replaceAround(new QuickSends(list(), wanted), "rounds");
        }
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return Column.values()[column] == Column.STEP ? Boolean.class : Object.class;
    }

    /** Whether a cell can be edited. A message of several lines is edited below the table instead. */
    @Override
    public boolean isCellEditable(int row, int column) {
        return switch (Column.values()[column]) {
            case KEY -> false;
            case MESSAGE -> !get(row).draft().text().contains("\n");
            case REPLY -> get(row).reply().map(m -> m.kind() != Match.Kind.ANY).orElse(false);
            case TIMEOUT -> get(row).reply().isPresent();
            default -> true;
        };
    }

    @Override
    public Object getValueAt(int row, int column) {
        QuickSend quick = get(row);
        return switch (Column.values()[column]) {
            case STEP -> quick.inSequence();
            case KEY -> SendShortcuts.quickKey(row);
            case NAME -> quick.name();
            case MESSAGE -> quick.draft().text();
            case FORM -> quick.draft().form();
            case DELAY -> quick.delayMillis();
            case WAIT -> quick.reply().map(Match::kind);
            case REPLY -> quick.reply().map(Match::pattern).orElse("");
            case TIMEOUT -> quick.timeoutMillis();
        };
    }

    @Override
    @SuppressWarnings("unchecked") // the editors make what getValueAt returns
    protected QuickSend withValue(QuickSend quick, int column, Object value) {
        return switch (Column.values()[column]) {
            case STEP -> QuickEdit.played(quick, (Boolean) value);
            case KEY -> quick;
            case NAME -> QuickEdit.name(quick, (String) value);
            case MESSAGE -> QuickEdit.text(quick, (String) value);
            case FORM -> QuickEdit.form(quick, (TextForm) value);
            case DELAY -> QuickEdit.delay(quick, (Integer) value);
            case WAIT -> QuickEdit.wait(quick, (Optional<Match.Kind>) value);
            case REPLY -> QuickEdit.reply(quick, (String) value);
            case TIMEOUT -> QuickEdit.timeout(quick, (Integer) value);
        };
    }
}
