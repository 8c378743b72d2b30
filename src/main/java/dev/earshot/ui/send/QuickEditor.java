package dev.earshot.ui.send;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Framing;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.send.QuickSend;
import dev.earshot.send.QuickSends;
import dev.earshot.send.QuickSendsFile;
import dev.earshot.session.Settings;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FrameState;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.JsonFiles;
import dev.earshot.ui.parts.Keys;
import dev.earshot.ui.parts.PlainButton;
import dev.earshot.ui.parts.PlainLabel;
import dev.earshot.ui.parts.PlainTextField;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/**
 * The editor of the quick sends: a table, what is wrong with them below it, and the message of the selected one. What is
 * changed holds at once and can be undone. Stays open beside the main window.
 */
final class QuickEditor extends JDialog implements JsonFiles.Listener<QuickSends> {
    static final JsonFiles.Kind<QuickSends> FILES =
            new JsonFiles.Kind<>("ui.quick", "quick-sends.json", QuickSendsFile::parse, QuickSendsFile::print);

    private final transient Words words;
    private final transient Settings settings;
    private final SendBar bar;
    private final QuickModel model;
    private final QuickTable table;
    private final QuickDetails details;
    private final transient JsonFiles<QuickSends> files;
    private final PlainLabel note = new PlainLabel();
    private final PlainTextField rounds = new PlainTextField(5);
    private final PlainButton undo;
    private final PlainButton duplicate;
    private final PlainButton remove;
    private final PlainButton up;
    private final PlainButton down;
    private final PlainButton play;
    private String typedWrong = "";
    private String done = "";
    private boolean showing;

    QuickEditor(Words words, Settings settings, SendBar bar) {
        super((Frame) SwingUtilities.getWindowAncestor(bar), words.of("ui.quick"), false);
        this.words = words;
        this.settings = settings;
        this.bar = bar;
        setName("quickWindow");
        model = new QuickModel(words, bar.sendings().quickSends(), this::changed);
        table = new QuickTable(model, words, this::typedWrong);
        details = new QuickDetails(words, this::detailsEdited);
        files = new JsonFiles<>(FILES, this, words, this);
        undo = button("quickUndoButton", "ui.quick.undo", this::undo);
        duplicate = button("quickDuplicateButton", "ui.quick.duplicate", this::duplicate);
        remove = button("quickRemoveButton", "ui.quick.remove", this::remove);
        play = button("quickWindowPlayButton", "ui.quick.play.all", this::play);
        up = arrow("quickUpButton", "out", "ui.quick.up", KeyEvent.VK_UP, -1);
        down = arrow("quickDownButton", "in", "ui.quick.down", KeyEvent.VK_DOWN, 1);
        setContentPane(content());
        keys();
        table.getSelectionModel().addListSelectionListener(e -> selected());
        setMinimumSize(new Dimension(UIScale.scale(640), UIScale.scale(400)));
        Dimension usual = new Dimension(UIScale.scale(940), UIScale.scale(520));
        FrameState.restore(this, settings, Settings.QUICK_WINDOW, usual);
        setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                leave();
            }
        });
        select(0);
        selected();
    }

    /** Shows it, with the keyboard in the table; the first one is begun if there is none. */
    void open() {
        model.refresh(bar.sendings().quickSends());
        select(Math.max(0, row()));
        setVisible(true);
        toFront();
        table.requestFocusInWindow();
        if (model.getRowCount() == 0) {
            add();
        }
    }

    /** Ends editing and remembers where it was. */
    private void leave() {
        if (table.stopEditing()) {
            FrameState.remember(this, settings, Settings.QUICK_WINDOW);
            setVisible(false);
        }
    }

    private JPanel content() {
        JPanel top = new JPanel(new MigLayout("insets 6 12 6 12, gap 6", "[][][]12[][]push[][]", "[28!]"));
        top.setBorder(Hairline.bottom());
        top.add(button("quickNewButton", "ui.quick.add", this::add), "h 28!");
        top.add(duplicate, "h 28!");
        top.add(remove, "h 28!");
        top.add(up, "w 24!, h 24!");
        top.add(down, "w 24!, h 24!");
        top.add(button("quickImportButton", "ui.quick.import", files::read), "h 28!");
        top.add(button("quickExportButton", "ui.quick.export", () -> files.write(model.all())), "h 28!");
        JPanel below = new JPanel(new MigLayout("insets 4 12 4 12, gap 8, hidemode 3", "[grow][][]4[][]", "[28!]"));
        below.setBorder(Hairline.top());
        note.setName("quickNote");
        rounds.setName("quickRoundsField");
        rounds.setToolTipText(words.of("ui.quick.rounds.tip"));
        rounds.getDocument().addDocumentListener(TextEdits.listener(this::roundsTyped));
        below.add(note, "wmin 0, growx");
        below.add(undo, "h 28!");
        below.add(new Controls(words).label("ui.quick.rounds", rounds), "");
        below.add(rounds, "h 28!");
        below.add(play, "h 28!");
        JPanel south = new JPanel(new BorderLayout());
        south.add(below, BorderLayout.NORTH);
        south.add(details);
        JPanel content = new JPanel(new BorderLayout());
        content.add(top, BorderLayout.NORTH);
        content.add(Controls.scroll(table));
        content.add(south, BorderLayout.SOUTH);
        return content;
    }

    private void keys() {
        Keys.bind(
                getRootPane(),
                JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT,
                Keys.plain(KeyEvent.VK_ESCAPE),
                this::leave);
        Keys.bind(table, JComponent.WHEN_FOCUSED, Keys.plain(KeyEvent.VK_DELETE), this::remove);
        Keys.bind(table, JComponent.WHEN_FOCUSED, Keys.plain(KeyEvent.VK_INSERT), this::add);
        Keys.bind(table, JComponent.WHEN_FOCUSED, Keys.menu(KeyEvent.VK_Z), this::undo);
        Keys.bind(table, JComponent.WHEN_FOCUSED, Keys.menu(KeyEvent.VK_D), this::duplicate);
        Keys.bind(table, JComponent.WHEN_FOCUSED, Keys.menu(KeyEvent.VK_UP), () -> move(-1));
        Keys.bind(table, JComponent.WHEN_FOCUSED, Keys.menu(KeyEvent.VK_DOWN), () -> move(1));
    }

    private PlainButton button(String name, String key, Runnable command) {
        PlainButton button = new PlainButton(words.of(key));
        button.setName(name);
        button.setMnemonic(words.mnemonic(key));
        button.putClientProperty(FlatClientProperties.MINIMUM_WIDTH, 0);
        button.addActionListener(e -> command.run());
        return button;
    }

    private PlainButton arrow(String name, String icon, String key, int stroke, int step) {
        String tip = words.of("ui.tool.tip", words.of(key), Keys.name(Keys.menu(stroke)));
        PlainButton button = new Controls(words).tool(name, Icons.of(icon, 16, Token.ICON), tip);
        button.addActionListener(e -> move(step));
        return button;
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
            model.add(at, QuickEdit.draft(QuickSend.EMPTY, bar.draftLike("")));
            table.edit(at, QuickModel.Column.NAME);
        }
    }

    private void duplicate() {
        if (table.stopEditing() && row() >= 0) {
            int at = row() + 1;
            model.add(at, model.quick(row()));
            select(at);
        }
    }

    private void remove() {
        int row = row();
        if (row >= 0) {
            table.removeEditor();
            String name = called(row);
            model.remove(row);
            select(Math.min(row, model.getRowCount() - 1));
            done(words.of("ui.quick.removed", name));
        }
    }

    private void move(int step) {
        if (table.stopEditing() && row() >= 0) {
            select(model.move(row(), step));
        }
    }

    private void undo() {
        int row = row();
        table.removeEditor();
        model.undo();
        select(Math.max(0, Math.min(row, model.getRowCount() - 1)));
        done("");
    }

    private void play() {
        if (table.stopEditing()) {
            try {
                bar.play();
                done(words.of("ui.quick.playing", VisibleText.of(bar.receiversLabel())));
            } catch (Problem problem) {
                typedWrong(words.of(problem));
            }
        }
    }

    @Override
    public void imported(QuickSends read, String file) {
        if (table.stopEditing()) {
            model.replace(read);
            select(0);
            done(words.of("ui.quick.imported", read.list().size(), file));
        }
    }

    @Override
    public void exported(QuickSends written, String file) {
        done(words.of("ui.quick.exported", written.list().size(), file));
    }

    @Override
    public void failed(Problem problem) {
        typedWrong(words.of(problem));
    }

    private void changed(QuickSends now) {
        typedWrong = "";
        done = "";
        bar.sendings().quickSends(now);
        selected();
    }

    private void detailsEdited(QuickSend quick, Object what) {
        int row = row();
        if (row >= 0 && table.stopEditing()) {
            model.put(row, quick, what + " " + row);
        }
    }

    private void roundsTyped() {
        if (showing) {
            return;
        }
        try {
            model.rounds(Framing.number(rounds.getText(), 0, QuickSends.MOST_ROUNDS));
            rounds.putClientProperty(FlatClientProperties.OUTLINE, null);
            typedWrong("");
        } catch (Problem problem) {
            rounds.putClientProperty(FlatClientProperties.OUTLINE, FlatClientProperties.OUTLINE_ERROR);
            typedWrong(words.of(problem));
        }
    }

    private void selected() {
        int row = row();
        boolean some = row >= 0 && row < model.getRowCount();
        details.show(some ? Optional.of(model.quick(row)) : Optional.empty());
        for (PlainButton button : List.of(duplicate, remove)) {
            button.setEnabled(some);
        }
        up.setEnabled(some && row > 0);
        down.setEnabled(some && row < model.getRowCount() - 1);
        play.setEnabled(!model.all().steps().isEmpty());
        String now = Integer.toString(model.all().rounds());
        if (!rounds.isFocusOwner() && !rounds.getText().equals(now)) {
            showing = true;
            rounds.setText(now);
            showing = false;
        }
        sayState();
    }

    private void typedWrong(String why) {
        typedWrong = why;
        sayState();
    }

    private void done(String what) {
        typedWrong = "";
        done = what;
        sayState();
    }

    /** What is typed wrong now; else what was done; else what is wrong with the selected one, or the first other. */
    private void sayState() {
        undo.setVisible(model.canUndo());
        String wrong = typedWrong.isEmpty() && done.isEmpty() ? firstProblem() : typedWrong;
        note.setIcon(wrong.isEmpty() ? null : Icons.of("reset", 14, Token.ERROR));
        note.setForeground(new TokenColor(wrong.isEmpty() ? Token.MUTED : Token.ERROR));
        note.setText(!wrong.isEmpty() ? wrong : done.isEmpty() ? words.of("ui.quick.editor.about") : done);
        note.setToolTipText(note.getText());
    }

    private String firstProblem() {
        for (int i = -1; i < model.getRowCount(); i++) {
            int row = i < 0 ? row() : i;
            if (row >= 0 && row < model.getRowCount()) {
                for (Map.Entry<QuickModel.Column, Problem> entry :
                        QuickModel.problemsOf(model.quick(row)).entrySet()) {
                    String column = model.getColumnName(entry.getKey().ordinal());
                    return words.of("ui.quick.wrong", called(row), column, words.of(entry.getValue()));
                }
            }
        }
        return "";
    }

    private String called(int row) {
        String label = VisibleText.brief(model.quick(row).label());
        return label.isEmpty() ? Integer.toString(row + 1) : row + 1 + " " + label;
    }
}
