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

/** The table in whose cells the quick sends are edited. */
final class QuickTable extends EditTable {
    private static final int[] WIDTHS = {48, 60, 110, 230, 72, 76, 120, 110, 84};

    QuickTable(QuickModel model, Words words) {
        super("quick", model, words);
        getAccessibleContext().setAccessibleName(words.of("ui.quick"));
        HeadingRenderer.align(this, column -> figure(QuickModel.Column.values()[column]));
        setDefaultRenderer(Object.class, new QuickCell(words));
        editors(words);
        setWidths(WIDTHS, Set.of(QuickModel.Column.MESSAGE));
    }

    static boolean figure(QuickModel.Column column) {
        return column == QuickModel.Column.DELAY || column == QuickModel.Column.TIMEOUT;
    }

    private void editors(Words words) {
        setEditor(QuickModel.Column.NAME, new TextEditor());
        setEditor(QuickModel.Column.MESSAGE, new TextEditor(this::isHexMessage));
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
