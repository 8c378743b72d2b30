package dev.earshot.ui.send;

import dev.earshot.codec.TextForm;
import dev.earshot.reply.rules.Match;
import dev.earshot.send.QuickSend;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.EditTable;
import dev.earshot.ui.parts.HeadingRenderer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The table in whose cells the quick sends are edited. */
final class QuickTable extends EditTable {
    private static final int[] WIDTHS = {48, 60, 110, 230, 72, 76, 120, 110, 84};

    private transient Supplier<QuickSend> fresh = () -> QuickSend.EMPTY;

    QuickTable(QuickModel model, Words words) {
        super("quick", model, words);
        getAccessibleContext().setAccessibleName(words.of("ui.quick"));
        HeadingRenderer.align(this, column -> figure(QuickModel.Column.values()[column]));
        setDefaultRenderer(Object.class, new QuickCell(words));
        editors(words);
        setWidths(WIDTHS, Set.of(QuickModel.Column.MESSAGE));
    }

    /** Sets what makes the quick send that Enter adds behind the last one. */
    void addsFrom(Supplier<QuickSend> maker) {
        fresh = maker;
    }

    /** Enter goes from the name to the message, and from there to the next line, which is made at the end. */
    @Override
    protected boolean entered(int row, int column) {
        QuickModel model = (QuickModel) getModel();
        if (column == QuickModel.Column.NAME.ordinal()) {
            edit(row, QuickModel.Column.MESSAGE);
        } else if (column == QuickModel.Column.MESSAGE.ordinal()) {
            boolean isLast = row == getRowCount() - 1;
            if (isLast && quick(row).draft().isEmpty()) {
                return false; // nothing was typed: Enter ends here
            } else if (isLast) {
                model.add(row + 1, fresh.get());
            }
            edit(row + 1, QuickModel.Column.NAME);
        } else {
            return false;
        }
        return true;
    }

    static boolean figure(QuickModel.Column column) {
        return column == QuickModel.Column.DELAY || column == QuickModel.Column.TIMEOUT;
    }

    private void editors(Words words) {
        TextEditor name = new TextEditor();
        TextEditor message = new TextEditor(this::isHexMessage);
        setEditor(QuickModel.Column.NAME, name);
        setEditor(QuickModel.Column.MESSAGE, message);
        bindEnter(name, message);
        setEditor(QuickModel.Column.REPLY, new TextEditor(this::isHexReply));
        setEditor(QuickModel.Column.FORM, choiceEditor(List.of(TextForm.values()), f -> DraftFields.form(words, f)));
        List<Optional<Match.Kind>> kinds = new ArrayList<>(List.of(Optional.empty()));
        Arrays.stream(Match.Kind.values()).map(Optional::of).forEach(kinds::add);
        setEditor(QuickModel.Column.WAIT, choiceEditor(kinds, kind -> wait(words, kind)));
        setEditor(QuickModel.Column.DELAY, new MillisEditor(0, QuickSend.MOST_MILLIS));
        setEditor(QuickModel.Column.TIMEOUT, new MillisEditor(1, QuickSend.MOST_MILLIS));
    }

    private boolean isHexMessage(int row) {
        return quick(row).draft().form() == TextForm.HEX;
    }

    private boolean isHexReply(int row) {
        return quick(row)
                .reply()
                .filter(match -> match.kind() == Match.Kind.HEX)
                .isPresent();
    }

    private QuickSend quick(int row) {
        return ((QuickModel) getModel()).get(row);
    }

    static String wait(Words words, Optional<Match.Kind> kind) {
        return kind.map(k -> words.of("ui.quick.wait." + k.name().toLowerCase(Locale.ROOT)))
                .orElse(words.of("ui.quick.wait.none"));
    }
}
