package dev.earshot.ui.reply;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.VisibleText;
import dev.earshot.codec.framing.Framing;
import dev.earshot.reply.RulesFile;
import dev.earshot.reply.rules.Rule;
import dev.earshot.session.words.Words;
import dev.earshot.ui.framing.FramingPicker;
import dev.earshot.ui.framing.FramingSource;
import dev.earshot.ui.framing.FramingWords;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.JsonFiles;
import dev.earshot.ui.parts.ListEditor;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainMenuItem;
import java.awt.BorderLayout;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;

/** The editor of the rules, with examples to start from and a dry run on the messages received so far. */
final class RulesEditor extends ListEditor<RulesFile, Rule> {
    static final JsonFiles.Kind<RulesFile> FILES =
            new JsonFiles.Kind<>("rules.json", RulesFile::parse, RulesFile::text);

    private static final int LEAST_HEIGHT = 170; // of the rules and the buttons, in pixels before scaling
    private static final Names NAMES = new Names("rules", "rulesAddButton", "ui.rules.note.");

    private final transient RulesModel.Listener listener;
    private final RulesModel model;
    private final RulesTable table;
    private final RuleDetails details;
    private final DryRunPanel dryRun;
    private final FramingPicker framing;

    /** @param roles returns the known role names */
    RulesEditor(
            FramingSource framings,
            Words words,
            List<Rule> rules,
            Supplier<List<String>> roles,
            RulesModel.Listener listener) {
        this(framings, words, new RulesModel(words, rules, listener), roles, listener);
    }

    private RulesEditor(
            FramingSource framings,
            Words words,
            RulesModel model,
            Supplier<List<String>> roles,
            RulesModel.Listener listener) {
        this(framings, words, model, new RulesTable(model, words, roles), listener);
    }

    private RulesEditor(
            FramingSource framings, Words words, RulesModel model, RulesTable table, RulesModel.Listener listener) {
        super(words, NAMES, model, table, FILES);
        this.listener = listener;
        this.model = model;
        this.table = table;
        table.onProblem(this::showInputProblem);
        details = new RuleDetails(words, this::detailsEdited, listener::exampleFields);
        dryRun = new DryRunPanel(words, model::list, listener, this::select);
        framing = new FramingPicker(words, framings, "rulesFramingBox", this::changeFraming);
        framing.show(listener.framing());
        PlainButton tryButton = button("TryButton", "ui.rules.try", this::startDryRun);
        tryButton.setToolTipText(words.of("ui.rules.try.tip"));
        layOut(rulesTools(), List.of(tryButton), details);
        arrange();
    }

    /** Puts the dry run between the rules and the buttons, so that these stay in place when it opens. */
    private void arrange() {
        Component rows = ((BorderLayout) getLayout()).getLayoutComponent(BorderLayout.CENTER);
        JPanel middle = new JPanel(new BorderLayout());
        middle.add(rows);
        middle.add(dryRun, BorderLayout.SOUTH);
        add(middle);
    }

    /** Hides the details while there is not enough room for them and the dry run. */
    @Override
    public void doLayout() {
        int all = details.getPreferredSize().height + dryRun.getPreferredSize().height + UIScale.scale(LEAST_HEIGHT);
        details.setVisible(!dryRun.isVisible() || getHeight() >= all);
        super.doLayout();
    }

    private JPanel rulesTools() {
        JPanel tools = makeTools();
        tools.add(new Controls(words).label("ui.reply.message", framing), "gapleft 8, gapright 0");
        tools.add(framing, "w 136!, h 28!");
        PlainButton examples = button("ExamplesButton", "ui.rules.examples", () -> {});
        examples.addActionListener(e -> exampleMenu().show(examples, 0, examples.getHeight()));
        tools.add(examples, "h 28!, pushx, ax right");
        addFiles(tools, "h 28!");
        return tools;
    }

    private void changeFraming(Framing picked) {
        framing.show(picked);
        listener.changeFraming(picked);
    }

    private JPopupMenu exampleMenu() {
        JPopupMenu menu = new JPopupMenu();
        for (RuleExamples example : RuleExamples.values()) {
            PlainMenuItem item = new PlainMenuItem(example.name(words));
            item.addActionListener(e -> take(example));
            menu.add(item);
        }
        return menu;
    }

    /** Adds the rules of an example below those that there are. Its framing is taken only where there are none. */
    void take(RuleExamples example) {
        List<Rule> rules = new ArrayList<>(model.list());
        rules.removeIf(RuleProblems::isBlank);
        boolean first = rules.isEmpty();
        int at = rules.size();
        rules.addAll(example.rules());
        Framing kept = first ? example.framing() : listener.framing();
        String said = first
                ? words.of("ui.rules.example.taken", example.name(words))
                : words.of("ui.rules.example.added", example.name(words), at + 1);
        if (!kept.equals(example.framing())) {
            said += words.of("ui.rules.example.framing", FramingWords.named(words, example.framing()));
        }
        replace(new RulesFile(Optional.of(kept), rules), said);
        select(at);
        table.requestFocusInWindow();
    }

    /** Adds a rule, and begins to edit its answer. */
    void add(Rule rule) {
        if (table.stopEditing()) {
            int at = model.getRowCount();
            model.add(at, rule);
            table.edit(at, RulesModel.Column.ANSWER);
        }
    }

    private void startDryRun() {
        if (table.stopEditing()) {
            dryRun.start();
            revalidate();
        }
    }

    /** Shows how often rules have matched, and the present framing. */
    void refresh() {
        model.refreshHits();
        framing.show(listener.framing());
    }

    @Override
    protected Rule newEntry() {
        return model.fresh();
    }

    @Override
    protected RulesModel.Column firstColumn() {
        return RulesModel.Column.PATTERN;
    }

    @Override
    protected String describe(int row) {
        return describe(row, model.get(row));
    }

    /** Names a rule by its number, and its name if it has one. */
    static String describe(int row, Rule rule) {
        String name = VisibleText.of(rule.name());
        return name.isBlank() ? Integer.toString(row + 1) : row + 1 + " " + name;
    }

    @Override
    protected void showDetails(Optional<Rule> selected) {
        details.show(selected);
    }

    @Override
    protected void listChanged() {
        framing.show(listener.framing());
        dryRun.rulesChanged();
    }

    /** Ends editing and the dry run; an invalid text in a cell is lost. */
    @Override
    protected boolean leave() {
        table.stopEditing();
        dryRun.stop();
        return true;
    }
}
