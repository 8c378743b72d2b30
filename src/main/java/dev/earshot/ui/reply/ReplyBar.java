package dev.earshot.ui.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Framing;
import dev.earshot.net.Peer;
import dev.earshot.reply.AnswerKind;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.NoAnswer;
import dev.earshot.reply.RolesAnswer;
import dev.earshot.reply.Rule;
import dev.earshot.reply.RulesAnswer;
import dev.earshot.session.Client;
import dev.earshot.session.RuleDryRun;
import dev.earshot.session.Session;
import dev.earshot.session.Settings;
import dev.earshot.session.Words;
import dev.earshot.ui.clients.RoleMenu;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.EditorWindow;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.PlainButton;
import dev.earshot.ui.parts.PlainLabel;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Frame;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** What is done when a message arrives: which kind of answer, what about it can be edited, and what came of it. */
public final class ReplyBar extends JPanel implements RulesModel.Listener {
    private final transient Session session;
    private final transient Settings settings;
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
    private String wrong = "";
    private transient PopoverForm form;
    private transient AnswerKind<?> asked;
    private RulesEditor rulesEditor;
    private EditorWindow rulesWindow;
    private transient Supplier<String> tabTitle = () -> "";
    private boolean editing; // when it was closed

    /** @param chosen the clients that are chosen in the list */
    public ReplyBar(Session session, Settings settings, Words words, Supplier<List<Client>> chosen) {
        super(new MigLayout("insets 7 12 0 12, gap 8, hidemode 3", "", "[28!]"));
        this.session = session;
        this.settings = settings;
        this.words = words;
        this.chosen = chosen;
        choices = new ReplyChoices(settings);
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

    /** Takes over what is in force and what has come of it. */
    public void refresh() {
        Behaviour now = session.replies().behaviour();
        if (!now.equals(shown)) {
            shown = now;
            choices.remember(now);
            showBehaviour();
        }
        showFigures();
        if (rulesWindow != null && rulesWindow.isVisible()) {
            rulesEditor.refresh();
            rulesWindow.showTitle(rulesTitle());
        }
    }

    /** Sets what says the title of the tab, for the window of the rules. */
    public void tabTitle(Supplier<String> title) {
        tabTitle = title;
    }

    /** Takes over what was chosen of the other kinds, and the open editor. */
    public void takeOver(ReplyBar before) {
        choices = before.choices;
        if (before.editing) {
            EventQueue.invokeLater(this::openRules);
        }
    }

    /** The label goes first when it gets narrow; the tooltip stays. */
    public void showLabel(boolean wanted) {
        label.setVisible(wanted);
    }

    public void focus() {
        box.requestFocusInWindow();
    }

    public void close() {
        closeForm();
        if (rulesWindow != null) {
            editing = rulesWindow.isVisible();
            rulesWindow.leave();
            rulesWindow.dispose();
        }
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
            EventQueue.invokeLater(() -> openEditor(next)); // later, for now the box still has its list open
        }
    }

    /** Does this from now on, and at the next start. */
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
                        words, settings, session.replies().behaviour(), chosen.get(), this::setBehaviour));
    }

    /** Opens the form once more if something was typed into it and neither applied nor given up. */
    private void open(AnswerKind<?> what, JComponent anchor, Supplier<PopoverForm> make) {
        closeForm();
        if (form == null || form.isDone() || asked != what || what == null) {
            form = make.get();
        }
        asked = what;
        form.open(anchor);
    }

    private void closeForm() {
        if (form != null) {
            form.close();
        }
    }

    private void openRules() {
        if (rulesWindow == null) {
            Frame owner = (Frame) SwingUtilities.getWindowAncestor(this);
            Behaviour behaviour = choices.of(RulesAnswer.KIND, session.replies().behaviour());
            List<Rule> rules = ((RulesAnswer) behaviour.answer()).rules();
            rulesEditor = new RulesEditor(settings, words, rules, this::roles, this);
            rulesWindow = new EditorWindow(
                    owner,
                    "rulesWindow",
                    rulesEditor,
                    new EditorWindow.Place(
                            settings, Settings.RULES_WINDOW, new Dimension(840, 440), new Dimension(940, 640)));
        }
        rulesWindow.showTitle(rulesTitle());
        rulesWindow.open();
    }

    private String rulesTitle() {
        return words.of("ui.rules.window", tabTitle.get());
    }

    /** The names that roles have, whatever kind of answer is in force. */
    private List<String> roles() {
        Behaviour now = session.replies().behaviour();
        Set<String> names = new LinkedHashSet<>(RoleMenu.roleNames(choices.of(RulesAnswer.KIND, now)));
        names.addAll(RoleMenu.roleNames(choices.of(RolesAnswer.KIND, now)));
        return List.copyOf(names);
    }

    @Override
    public void changed(List<Rule> rules) {
        Behaviour next =
                choices.of(RulesAnswer.KIND, session.replies().behaviour()).with(new RulesAnswer(rules));
        take(next);
    }

    @Override
    public Framing framing() {
        return choices.of(RulesAnswer.KIND, session.replies().behaviour()).framing();
    }

    @Override
    public void framed(Framing framing) {
        Behaviour b = choices.of(RulesAnswer.KIND, session.replies().behaviour());
        take(b.with(framing));
    }

    /** Rules may be edited while another kind of answer is in force. */
    private void take(Behaviour rules) {
        if (session.replies().behaviour().answer() instanceof RulesAnswer) {
            setBehaviour(rules);
        } else {
            choices.keep(rules, false);
        }
    }

    @Override
    public RuleDryRun tryOut(List<Rule> rules) {
        return session.log().dryRun(rules, framing());
    }

    @Override
    public Encoding encoding(Peer peer) {
        return session.log().lens().encoding(peer.id());
    }

    @Override
    public long hits(int rule) {
        return session.replies().behaviour().answer() instanceof RulesAnswer
                ? session.replies().counters().hits(rule)
                : 0;
    }

    private void showBehaviour() {
        AnswerKind<?> kind = shown.answer().kind();
        wrong = ReplyWords.wrong(shown, words);
        box.show(kind);
        edit.setVisible(kind.hasSettings());
        if (kind.hasSettings()) {
            edit.setText(words.of(ReplyWords.editKey(kind)));
            edit.setMnemonic(words.mnemonic(ReplyWords.editKey(kind)));
        }
        List<String> beside = ReplyWords.beside(shown, words);
        boolean active = kind != NoAnswer.KIND || !beside.isEmpty();
        lamp.setVisible(active);
        label.setForeground(new TokenColor(active ? Token.TEXT : Token.MUTED));
        pills.show(beside);
    }

    private void showFigures() {
        figures.setForeground(new TokenColor(wrong.isEmpty() ? Token.MUTED : Token.ERROR));
        figures.setText(
                wrong.isEmpty() ? ReplyWords.figures(shown, session.replies().counters(), words) : wrong);
    }
}
