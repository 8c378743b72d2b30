package dev.earshot.ui.send;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.codec.WholeNumber;
import dev.earshot.send.QuickSend;
import dev.earshot.send.QuickSends;
import dev.earshot.send.QuickSendsFile;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.JsonFiles;
import dev.earshot.ui.parts.ListEditor;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainTextField;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;

/** Edits the quick sends, and plays the ticked ones as a sequence. */
final class QuickEditor extends ListEditor<QuickSends, QuickSend> {
    static final JsonFiles.Kind<QuickSends> FILES =
            new JsonFiles.Kind<>("quick-sends.json", QuickSendsFile::parse, QuickSendsFile::print);

    private static final Names NAMES = new Names("quick", "quickNewButton", "ui.quick.note.");

    private final transient SendCommands commands;
    private final QuickModel model;
    private final QuickTable table;
    private final QuickDetails details;
    private final PlainTextField rounds = new PlainTextField(5);
    private final PlainButton play;
    private transient ActiveSend playing; // null: nothing was played, or its end has been shown
    private boolean showing;

    /** @param commands plays the sequence */
    QuickEditor(Words words, SendCommands commands) {
        this(words, commands, new QuickModel(words, commands.state().quickSends(), commands.state()::quickSends));
    }

    private QuickEditor(Words words, SendCommands commands, QuickModel model) {
        this(words, commands, model, new QuickTable(model, words));
    }

    private QuickEditor(Words words, SendCommands commands, QuickModel model, QuickTable table) {
        super(words, NAMES, model, table, FILES);
        this.commands = commands;
        this.model = model;
        this.table = table;
        table.onProblem(this::showInputProblem);
        table.addsFrom(this::newEntry);
        details = new QuickDetails(words, commands::spoken, this::detailsEdited);
        play = button("WindowPlayButton", "ui.quick.play.all", this::play);
        rounds.setName("quickRoundsField");
        rounds.setToolTipText(words.of("ui.quick.rounds.tip"));
        rounds.getDocument().addDocumentListener(TextEdits.listener(this::roundsTyped));
        JPanel tools = makeTools();
        addFiles(tools, "h 28!, pushx, ax right");
        layOut(tools, List.of(new Controls(words).label("ui.quick.rounds", rounds), rounds, play), details);
    }

    /** Takes over changes that were made in another tab. */
    void refresh() {
        model.refresh(commands.state().quickSends());
        select(Math.max(0, selectedRow()));
    }

    private void play() {
        if (table.stopEditing()) {
            try {
                playing = commands.play();
                showDone(words.of("ui.quick.playing", VisibleText.of(commands.receiversLabel())));
            } catch (Problem problem) {
                showInputProblem(words.of(problem));
            }
        }
    }

    /** Shows how the sequence ended, and the bytes in the encoding of the present target. */
    void refreshState() {
        details.refresh();
        if (playing != null && playing.ended()) {
            String outcome = playing.words(words);
            boolean failed = playing.failed();
            playing = null;
            if (failed) {
                showInputProblem(outcome);
            } else {
                showDone(outcome);
            }
        }
    }

    private void roundsTyped() {
        if (showing) {
            return;
        }
        try {
            model.rounds(WholeNumber.parse(rounds.getText(), 0, QuickSends.MOST_ROUNDS));
            rounds.putClientProperty(FlatClientProperties.OUTLINE, null);
            showInputProblem("");
        } catch (Problem problem) {
            rounds.putClientProperty(FlatClientProperties.OUTLINE, FlatClientProperties.OUTLINE_ERROR);
            showInputProblem(words.of(problem));
        }
    }

    @Override
    protected QuickSend newEntry() {
        return QuickEdit.draft(QuickSend.EMPTY, commands.editor().draftLike(""));
    }

    @Override
    protected QuickModel.Column firstColumn() {
        return QuickModel.Column.NAME;
    }

    @Override
    protected String describe(int row) {
        String label = VisibleText.brief(model.get(row).label());
        return label.isEmpty() ? Integer.toString(row + 1) : row + 1 + " " + label;
    }

    @Override
    protected void showDetails(Optional<QuickSend> selected) {
        details.show(selected);
        play.setEnabled(!model.state().steps().isEmpty());
        String now = Integer.toString(model.state().rounds());
        if (!rounds.isFocusOwner() && !rounds.getText().equals(now)) {
            showing = true;
            rounds.setText(now);
            showing = false;
        }
    }

    @Override
    protected void listChanged() {}
}
