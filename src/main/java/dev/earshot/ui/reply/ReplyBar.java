package dev.earshot.ui.reply;

import dev.earshot.reply.AnswerKind;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.NoAnswer;
import dev.earshot.reply.RulesAnswer;
import dev.earshot.reply.rules.Rule;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.framing.FramingSource;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.EventQueue;
import java.awt.Frame;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** The bar of the automatic replies: chooses the kind of answer, opens its editor, and shows how much was answered. */
public final class ReplyBar extends JPanel {
    private final transient Session session;
    private final transient FramingSource framings;
    private final transient Words words;
    private final transient Supplier<List<Client>> chosen;
    private transient ReplyChoices choices;
    private final PlainLabel lamp = new PlainLabel(Icons.of("dot", 12, Token.SENT));
    private final PlainLabel label;
    private final ReplyBox box;
    private final PlainButton edit;
    private final PlainButton options;
    private final PillRow pills;
    private final PlainLabel figures = new PlainLabel();
    private transient Behaviour shown;
    private String problem = "";
    private transient PopoverForm form;
    private transient AnswerKind<?> formKind;
    private final transient RulesWindow rules;

    /** @param chosen the clients that are chosen in the list */
    public ReplyBar(
            Session session, Settings settings, Words words, Supplier<List<Client>> chosen, FramingSource framings) {
        super(new MigLayout("insets 7 12 0 12, gap 8, hidemode 3", "", "[28!]"));
        this.session = session;
        this.framings = framings;
        this.words = words;
        this.chosen = chosen;
        choices = new ReplyChoices(settings);
        rules = new RulesWindow(session, settings, framings, words, () -> choices, this::setBehaviour);
        setBorder(Hairline.top());
        Controls controls = new Controls(words);
        box = new ReplyBox(words, this::choose);
        label = controls.label("ui.reply", box);
        edit = controls.quiet("replyEditButton", "ui.reply.reply.edit", this::openEditor);
        options = controls.quiet("replyOptionsButton", "ui.reply.options", this::openOptions);
        edit.setFont(Theme.sans(13));
        options.setFont(Theme.sans(13));
        options.setToolTipText(words.of("ui.reply.options.tip"));
        pills = new PillRow("replyPills", words.of("ui.comma"));
        figures.setName("replyFigures");
        lamp.setName("replyLamp");
        lamp.setToolTipText(words.of("ui.reply.active"));
        add(lamp, "gapright 0");
        add(label);
        add(box, "w 148!, h 28!");
        add(edit, "h 28!");
        add(options, "h 28!");
        add(pills, "wmin 0, growx, pushx, gapleft 4");
        add(figures, "wmin 0");
        for (JComponent part : List.of(box, edit, options)) {
            part.setEnabled(session.isWritable());
        }
        refresh();
    }

    /** Shows the present behaviour and its figures. */
    public void refresh() {
        Behaviour now = session.replies().behaviour();
        if (now != shown && !now.equals(shown)) {
            shown = now;
            choices.remember(now);
            showBehaviour();
        }
        showFigures();
        rules.refresh();
    }

    /** Sets the function that returns the title of the tab, for the window of the rules. */
    public void tabTitle(Supplier<String> title) {
        rules.tabTitle(title);
    }

    /** Takes over the latest choices and the open editor of the bar that this one replaces. */
    public void takeOver(ReplyBar before) {
        choices = before.choices;
        if (before.rules.wasOpen()) {
            EventQueue.invokeLater(() -> rules.openAgain((Frame) SwingUtilities.getWindowAncestor(this)));
        }
    }

    /** Shows or hides the label; the tool tip says the same. */
    public void showLabel(boolean wanted) {
        label.setVisible(wanted);
    }

    public void close() {
        closeForm();
        rules.close();
    }

    @Override
    public void removeNotify() {
        closeForm();
        super.removeNotify();
    }

    private void choose(AnswerKind<?> kind) {
        closeForm();
        Behaviour next = choices.of(kind, session.replies().behaviour());
        boolean blank = next.answer().isBlank();
        if (!blank || kind == RulesAnswer.KIND) {
            setBehaviour(next);
        }
        if (blank) {
            EventQueue.invokeLater(() -> openEditor(next)); // later, for the list of the box is still open
        }
    }

    /** Replies like this from now on, and at the next start. */
    public void setBehaviour(Behaviour behaviour) {
        choices.keep(behaviour, true);
        session.replies().setBehaviour(behaviour);
        refresh();
    }

    private void openEditor() {
        openEditor(session.replies().behaviour());
    }

    private void openEditor(Behaviour behaviour) {
        AnswerKind<?> kind = behaviour.answer().kind();
        if (kind == RulesAnswer.KIND) {
            openRules();
        } else {
            JComponent anchor = edit.isVisible() ? edit : box;
            open(kind, anchor, () -> AnswerForms.make(words, behaviour, this::setBehaviour));
        }
    }

    private void openOptions() {
        open(
                null,
                options,
                () -> new OptionsForm(
                        words, framings, session.replies().behaviour(), chosen.get(), this::setBehaviour));
    }

    /** Opens a form, with the text that was typed and neither applied nor cancelled the last time. */
    private void open(AnswerKind<?> kind, JComponent anchor, Supplier<PopoverForm> maker) {
        closeForm();
        if (form == null || form.isDone() || formKind != kind || kind == null) {
            form = maker.get();
        }
        formKind = kind;
        form.open(anchor);
    }

    private void closeForm() {
        if (form != null) {
            form.close();
        }
    }

    /** Opens the rules with a new one. */
    public void addRule(Rule rule) {
        openRules();
        rules.add(rule);
    }

    private void openRules() {
        rules.open((Frame) SwingUtilities.getWindowAncestor(this));
    }

    private void showBehaviour() {
        AnswerKind<?> kind = shown.answer().kind();
        problem = ReplyWords.problem(shown, words);
        box.show(kind);
        edit.setVisible(kind.hasSettings());
        if (kind.hasSettings()) {
            edit.setText(words.of(ReplyWords.editKey(kind)));
            edit.setMnemonic(words.mnemonic(ReplyWords.editKey(kind)));
        }
        List<String> chosenOptions = ReplyWords.options(shown, words);
        boolean active = kind != NoAnswer.KIND || !chosenOptions.isEmpty();
        lamp.setVisible(active);
        label.setForeground(new TokenColor(active ? Token.TEXT : Token.MUTED));
        pills.show(chosenOptions);
    }

    private void showFigures() {
        figures.setForeground(new TokenColor(problem.isEmpty() ? Token.MUTED : Token.ERROR));
        figures.setText(
                problem.isEmpty() ? ReplyWords.figures(shown, session.replies().counters(), words) : problem);
    }
}
