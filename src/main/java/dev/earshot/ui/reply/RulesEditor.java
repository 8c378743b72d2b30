package dev.earshot.ui.reply;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.reply.Rule;
import dev.earshot.reply.RulesFile;
import dev.earshot.session.Settings;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.JsonFiles;
import dev.earshot.ui.parts.Keys;
import dev.earshot.ui.parts.PlainButton;
import dev.earshot.ui.parts.Token;
import java.awt.BorderLayout;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import net.miginfocom.swing.MigLayout;

/**
 * Edits the rules: a table, what is wrong with them below it, and all about the selected one. What is changed holds at
 * once; a removed rule can be brought back.
 */
final class RulesEditor extends JPanel implements JsonFiles.Listener<RulesFile> {
    static final JsonFiles.Kind<RulesFile> FILES =
            new JsonFiles.Kind<>("ui.rules", "rules.json", RulesFile::parse, RulesFile::text);

    private final transient Words words;
    private final transient RulesModel.Listener told;
    private final RulesModel model;
    private final RulesTable table;
    private final RuleDetails details;
    private final RulesNote note;
    private final TryPanel tries;
    private final transient FramingChoice framing;
    private final PlainButton duplicate;
    private final PlainButton remove;
    private final PlainButton up;
    private final PlainButton down;
    private final transient JsonFiles<RulesFile> files;
    private String typedWrong = "";
    private String done = "";

    /** @param roles the names that roles have */
    RulesEditor(
            Settings settings, Words words, List<Rule> rules, Supplier<List<String>> roles, RulesModel.Listener told) {
        super(new BorderLayout());
        this.words = words;
        this.told = told;
        model = new RulesModel(words, rules, told);
        table = new RulesTable(model, words, roles, this::typedWrong);
        details = new RuleDetails(words, this::detailsEdited);
        files = new JsonFiles<>(FILES, this, words, this);
        tries = new TryPanel(words, () -> model.rules(), told, this::select);
        note = new RulesNote(words, this::undo, this::tryOut);
        framing = new FramingChoice(words, settings, "rulesFramingBox", told.framing(), told::framed);
        duplicate = button("rulesDuplicateButton", "ui.rules.duplicate", this::duplicate);
        remove = button("rulesRemoveButton", "ui.rules.remove", this::remove);
        up = arrow("rulesUpButton", "out", "ui.rules.up", KeyEvent.VK_UP, -1);
        down = arrow("rulesDownButton", "in", "ui.rules.down", KeyEvent.VK_DOWN, 1);
        place();
        keys();
        model.addTableModelListener(e -> {
            if (e.getColumn() != RulesModel.Column.HITS.ordinal()) {
                done("");
                selected();
                tries.rulesChanged();
            }
        });
        table.getSelectionModel().addListSelectionListener(e -> selected());
        select(0);
        selected();
    }

    /** Has the keyboard in the table; the first rule is begun if there is none. */
    void begin() {
        table.requestFocusInWindow();
        if (model.getRowCount() == 0) {
            add();
        }
    }

    /** Ends editing, and what goes on. */
    void end() {
        table.stopEditing();
        tries.stop();
    }

    /** Takes over how often rules have matched. */
    void refresh() {
        model.refreshHits();
        framing.show(told.framing());
    }

    private void place() {
        JPanel south = new JPanel(new BorderLayout());
        south.add(note, BorderLayout.NORTH);
        south.add(details);
        south.add(tries, BorderLayout.SOUTH);
        add(tools(), BorderLayout.NORTH);
        add(Controls.scroll(table));
        add(south, BorderLayout.SOUTH);
    }

    private JPanel tools() {
        JPanel tools = new JPanel(new MigLayout("insets 6 12 6 12, gap 6", "", "[28!]"));
        tools.setBorder(Hairline.bottom());
        tools.add(button("rulesAddButton", "ui.rules.add", this::add), "h 28!");
        tools.add(duplicate, "h 28!");
        tools.add(remove, "h 28!");
        tools.add(up, "w 24!, h 24!");
        tools.add(down, "w 24!, h 24!, gapright 8");
        tools.add(new Controls(words).label("ui.reply.message", framing.box()), "gapright 0");
        tools.add(framing.box(), "w 112!, h 28!");
        PlainButton examples = button("rulesExamplesButton", "ui.rules.examples", () -> {});
        examples.addActionListener(e -> examples().show(examples, 0, examples.getHeight()));
        tools.add(examples, "h 28!, gapleft push");
        tools.add(button("rulesImportButton", "ui.rules.import", files::read), "h 28!");
        tools.add(
                button(
                        "rulesExportButton",
                        "ui.rules.export",
                        () -> files.write(new RulesFile(Optional.of(told.framing()), model.rules()))),
                "h 28!");
        return tools;
    }

    private void keys() {
        Keys.bind(table, JComponent.WHEN_FOCUSED, Keys.plain(KeyEvent.VK_DELETE), this::remove);
        Keys.bind(table, JComponent.WHEN_FOCUSED, Keys.plain(KeyEvent.VK_INSERT), this::add);
        Keys.bind(table, JComponent.WHEN_FOCUSED, Keys.menu(KeyEvent.VK_Z), this::undo);
        Keys.bind(table, JComponent.WHEN_FOCUSED, Keys.menu(KeyEvent.VK_D), this::duplicate);
    }

    private PlainButton button(String name, String key, Runnable command) {
        PlainButton button = new PlainButton(words.of(key));
        button.setName(name);
        button.setMnemonic(words.mnemonic(key));
        button.addActionListener(e -> command.run());
        return button;
    }

    private PlainButton arrow(String name, String drawing, String key, int keyCode, int step) {
        String tip = words.of(key, Keys.name(Keys.menu(keyCode)));
        PlainButton button = new Controls(words).tool(name, Icons.of(drawing, 16, Token.ICON), tip);
        button.addActionListener(e -> move(step));
        Keys.bind(table, JComponent.WHEN_FOCUSED, Keys.menu(keyCode), () -> move(step));
        return button;
    }

    private JPopupMenu examples() {
        JPopupMenu menu = new JPopupMenu();
        for (RuleExamples example : RuleExamples.values()) {
            menu.add(example.name(words)).addActionListener(e -> take(example));
        }
        return menu;
    }

    private int row() {
        return table.getSelectedRow();
    }

    private void select(int row) {
        if (row >= 0 && row < model.getRowCount()) {
            table.changeSelection(row, Math.max(0, table.getSelectedColumn()), false, false);
        }
    }

    private void add() {
        if (table.stopEditing()) {
            int at = row() < 0 ? model.getRowCount() : row() + 1;
            model.add(at, model.fresh());
            table.edit(at, RulesModel.Column.PATTERN);
        }
    }

    private void duplicate() {
        if (table.stopEditing() && row() >= 0) {
            model.add(row() + 1, model.rule(row()));
            select(row() + 1);
        }
    }

    private void remove() {
        int row = row();
        if (row >= 0) {
            table.removeEditor();
            String name = called(row);
            model.remove(row);
            select(Math.min(row, model.getRowCount() - 1));
            done(words.of("ui.rules.removed", name));
        }
    }

    private void tryOut() {
        if (table.stopEditing()) {
            tries.begin();
            revalidate();
        }
    }

    private void move(int step) {
        if (table.stopEditing() && row() >= 0) {
            select(model.move(row(), step));
        }
    }

    void take(RuleExamples example) {
        if (table.stopEditing()) {
            model.replace(example.rules(), example.framing());
            framing.show(example.framing());
            select(0);
            done(words.of("ui.rules.example.taken", example.name(words)));
            table.requestFocusInWindow();
        }
    }

    @Override
    public void imported(RulesFile file, String name) {
        if (table.stopEditing()) {
            model.replace(file.rules(), file.framing().orElse(null));
            framing.show(told.framing());
            select(0);
            done(words.of("ui.rules.imported", file.rules().size(), name));
        }
    }

    @Override
    public void exported(RulesFile file, String name) {
        done(words.of("ui.rules.exported", file.rules().size(), name));
    }

    @Override
    public void failed(Problem problem) {
        note.complain(words.of(problem));
    }

    private void undo() {
        int row = row();
        table.removeEditor();
        model.undo();
        framing.show(told.framing());
        select(Math.max(0, Math.min(row, model.getRowCount() - 1)));
        done("");
    }

    private void detailsEdited(Rule rule, Object what) {
        int row = row();
        if (row >= 0 && table.stopEditing()) {
            model.put(row, rule, what + " " + row);
        }
    }

    private void selected() {
        int row = row();
        boolean some = row >= 0 && row < model.getRowCount();
        details.show(some ? Optional.of(model.rule(row)) : Optional.empty());
        for (PlainButton button : List.of(duplicate, remove)) {
            button.setEnabled(some);
        }
        up.setEnabled(some && row > 0);
        down.setEnabled(some && row < model.getRowCount() - 1);
        sayState();
    }

    private void typedWrong(String why) {
        typedWrong = why;
        sayState();
    }

    /** Says what has been done, which can be undone. */
    private void done(String what) {
        done = what;
        sayState();
    }

    /** What is typed wrong now; else what is wrong with the selected rule, or with the first other; else what was done. */
    private void sayState() {
        note.canUndo(model.canUndo());
        String wrong = typedWrong.isEmpty() && done.isEmpty() ? firstProblem() : typedWrong;
        if (wrong.isEmpty()) {
            note.say(done.isEmpty() ? words.of("ui.rules.about") : done);
        } else {
            note.complain(wrong);
        }
    }

    private String firstProblem() {
        int selected = row();
        for (int i = -1; i < model.getRowCount(); i++) {
            int row = i < 0 ? selected : i;
            if (row >= 0 && row < model.getRowCount()) {
                for (RulesModel.Column column : RulesModel.Column.values()) {
                    Problem problem = model.problem(row, column);
                    if (problem != null) {
                        String name = model.getColumnName(column.ordinal());
                        return words.of("ui.rules.wrong", called(row), name, words.of(problem));
                    }
                }
            }
        }
        return "";
    }

    private String called(int row) {
        return called(row, model.rule(row));
    }

    /** By its number, and its name if it has one. */
    static String called(int row, Rule rule) {
        String name = VisibleText.of(rule.name());
        return name.isBlank() ? Integer.toString(row + 1) : row + 1 + " " + name;
    }
}
