package dev.earshot.ui.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.framing.Framing;
import dev.earshot.fields.FieldSource;
import dev.earshot.fields.FirstFittingSource;
import dev.earshot.net.Peer;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.RulesAnswer;
import dev.earshot.reply.rules.Rule;
import dev.earshot.session.Client;
import dev.earshot.session.RuleDryRun;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.session.words.Words;
import dev.earshot.ui.framing.FramingSource;
import dev.earshot.ui.parts.EditorWindow;
import java.awt.Dimension;
import java.awt.Frame;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The window in which the rules of a session are edited; it is made when it is first opened. Confined to the EDT. */
final class RulesWindow implements RulesModel.Listener {
    private final Session session;
    private final Settings settings;
    private final FramingSource framings;
    private final Words words;
    private final Supplier<ReplyChoices> choices;
    private final Consumer<Behaviour> chosen;
    private Supplier<String> tabTitle = () -> "";
    private RulesEditor editor;
    private EditorWindow window; // null: not opened yet
    private boolean wasOpen; // when it was closed for good

    /**
     * Prepares the window, without making it.
     *
     * @param choices returns the latest answers of each kind
     * @param chosen takes edited rules while rules are in force
     */
    RulesWindow(
            Session session,
            Settings settings,
            FramingSource framings,
            Words words,
            Supplier<ReplyChoices> choices,
            Consumer<Behaviour> chosen) {
        this.session = session;
        this.settings = settings;
        this.framings = framings;
        this.words = words;
        this.choices = choices;
        this.chosen = chosen;
    }

    /** Sets the function that returns the title of the tab. */
    void tabTitle(Supplier<String> title) {
        tabTitle = title;
    }

    /** Opens the window, or brings it to the front. */
    void open(Frame owner) {
        make(owner);
        showTitle();
        window.open();
    }

    /** Opens the window in place of one that was open, and leaves the keyboard where it is. */
    void openAgain(Frame owner) {
        make(owner);
        window.replacesOpenOne();
        open(owner);
    }

    private void make(Frame owner) {
        if (window == null) {
            List<Rule> rules = ((RulesAnswer) rules().answer()).rules();
            editor = new RulesEditor(framings, words, rules, this::roles, this);
            window = new EditorWindow(
                    owner,
                    "rulesWindow",
                    "answers",
                    editor,
                    new EditorWindow.Place(
                            settings, WindowKeys.RULES_WINDOW, new Dimension(840, 440), new Dimension(940, 640)));
        }
    }

    /** Adds a rule to the open window. */
    void add(Rule rule) {
        editor.add(rule);
    }

    /** Shows the present figures, if the window is open. */
    void refresh() {
        if (window != null && window.isVisible()) {
            editor.refresh();
            showTitle();
        }
    }

    /** Closes the window for good. */
    void close() {
        if (window != null) {
            wasOpen = window.isVisible();
            window.leave();
            window.dispose();
        }
    }

    /** Whether the window was open when it was closed for good. */
    boolean wasOpen() {
        return wasOpen;
    }

    private void showTitle() {
        window.showTitle(words.of("ui.rules.window", tabTitle.get()));
    }

    /** Returns the latest rules, which are in force unless another kind of answer is. */
    private Behaviour rules() {
        return choices.get().of(RulesAnswer.KIND, session.replies().behaviour());
    }

    private List<String> roles() {
        return choices.get().roleNames(session.replies().behaviour());
    }

    private boolean areInForce() {
        return session.replies().behaviour().answer() instanceof RulesAnswer;
    }

    @Override
    public void changed(List<Rule> rules) {
        take(rules().with(new RulesAnswer(rules)));
    }

    @Override
    public Framing framing() {
        return rules().framing();
    }

    @Override
    public void changeFraming(Framing framing) {
        take(rules().with(framing));
    }

    /** Takes edited rules: they are in force at once, unless another kind of answer is. */
    private void take(Behaviour edited) {
        if (areInForce()) {
            chosen.accept(edited);
        } else {
            choices.get().keep(edited, false);
        }
    }

    @Override
    public RuleDryRun startDryRun(List<Rule> rules) {
        return session.log().dryRun(rules, framing());
    }

    @Override
    public Encoding encoding(Peer peer) {
        return session.log().lens().encoding(peer.id());
    }

    /** Reads an example as a message of the latest client, by the layouts that are loaded. */
    @Override
    public FieldSource exampleFields() {
        List<Client> clients = session.clients().all();
        return clients.isEmpty()
                ? FirstFittingSource.WITHOUT_LAYOUT
                : session.log()
                        .lens()
                        .of(framing())
                        .fields(clients.get(clients.size() - 1).peer());
    }

    @Override
    public long hits(int rule) {
        return areInForce() ? session.replies().counters().hits(rule) : 0;
    }
}
