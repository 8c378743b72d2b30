package dev.earshot.ui.send;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.net.Peer;
import dev.earshot.send.KeptMessages;
import dev.earshot.send.QuickSend;
import dev.earshot.send.QuickSends;
import dev.earshot.send.ReplaySpeed;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.EditorWindow;
import dev.earshot.ui.parts.PopoverPanel;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.plain.PlainButton;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Insets;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** The buttons beside the send box for quick sends, sent messages and files. */
public final class SendTools extends JPanel {
    private final transient Words words;
    private final transient Settings settings;
    private final transient SendCommands commands;
    private final PlainButton quickButton;
    private final PlainButton historyButton;
    private final PlainButton fileButton;
    private final transient FilePrompt files;
    private QuickEditor editor;
    private EditorWindow window;
    private boolean wasOpen; // when it was closed for good
    private transient Supplier<String> tabTitle = () -> "";
    private boolean usable;

    SendTools(Words words, Settings settings, SendCommands commands) {
        super(new MigLayout("insets 0, gap 0, wrap 2", "[grow, fill][grow, fill]", "[grow, fill][grow, fill]"));
        this.words = words;
        this.settings = settings;
        this.commands = commands;
        files = new FilePrompt(words, settings, commands);
        quickButton = tool("quickButton", "ui.quick", SendShortcuts.QUICK);
        quickButton.setText(words.of("ui.quick.button"));
        quickButton.setFont(Theme.sans(12));
        quickButton.setMargin(new Insets(2, 4, 2, 6));
        quickButton.setIconTextGap(2);
        quickButton.setPreferredSize(null);
        historyButton = tool("historyButton", "ui.history", SendShortcuts.HISTORY);
        fileButton = tool("fileButton", "ui.file.send", SendShortcuts.FILE);
        quickButton.setMnemonic(words.mnemonic("ui.quick.button"));
        add(quickButton, "span 2, hmin 24");
        add(historyButton, "hmin 24, wmin 24");
        add(fileButton, "hmin 24, wmin 24");
    }

    /** @param key of the words that the tip shows before the name of the stroke */
    private PlainButton tool(String name, String key, Command<SendTools> command) {
        PlainButton button = new Controls(words).tool(name, key, command, this);
        button.putClientProperty(FlatClientProperties.MINIMUM_WIDTH, 0);
        return button;
    }

    /** Enables or disables all commands; a saved capture cannot send. */
    public void setUsable(boolean wanted) {
        usable = wanted;
        quickButton.setEnabled(SendShortcuts.QUICK.isEnabled(this));
        historyButton.setEnabled(SendShortcuts.HISTORY.isEnabled(this));
        fileButton.setEnabled(SendShortcuts.FILE.isEnabled(this));
    }

    boolean isUsable() {
        return usable;
    }

    /** Returns the prompt for files, which also takes dropped ones. */
    FilePrompt files() {
        return files;
    }

    void openHistory() {
        SendState state = commands.state();
        open(new HistoryForm(words, state.history, commands.editor()::take, state::historyChanged), historyButton);
    }

    void openQuick() {
        open(new QuickForm(words, commands, this::editQuick), quickButton);
    }

    /** Opens a form after which the keyboard goes to the send box, and not to the button that would open it again. */
    private void open(PopoverPanel form, PlainButton anchor) {
        form.returnTo(commands.editor().box().text());
        form.open(anchor);
    }

    void editQuick() {
        make();
        window.showTitle(title());
        editor.refresh();
        window.open();
    }

    /** Takes over the window of the quick sends, if these tools replace others that had it open. */
    void goOn(SendTools before) {
        if (before.wasOpen) {
            EventQueue.invokeLater(
                    () -> { // the tab is not in the window yet
                        make();
                        window.replacesOpenOne();
                        editQuick();
                    });
        }
    }

    private void make() {
        if (window == null || !window.isDisplayable()) {
            editor = new QuickEditor(words, commands);
            window = new EditorWindow(
                    (Frame) SwingUtilities.getWindowAncestor(this),
                    "quickWindow",
                    "sending",
                    editor,
                    new EditorWindow.Place(
                            settings, WindowKeys.QUICK_WINDOW, new Dimension(640, 400), new Dimension(940, 520)));
        }
    }

    /** Sets the source of the title of the tab, for the window of the quick sends. */
    public void tabTitle(Supplier<String> title) {
        tabTitle = title;
    }

    /**
     * Returns the title of the window, which names this tab: the quick sends belong to all tabs, but go out from this
     * one.
     */
    private String title() {
        return words.of("ui.quick.window", tabTitle.get());
    }

    /** Updates the window of the quick sends. */
    void refresh() {
        if (window != null && window.isVisible()) {
            window.showTitle(title());
            editor.refreshState();
        }
    }

    void chooseFile() {
        files.choose(fileButton);
    }

    /** Sends the quick send of this number, counted from 0, if there is one. */
    void sendQuick(int number) {
        List<QuickSend> all = commands.state().quickSends().list();
        if (number < all.size()) {
            commands.send(all.get(number));
        }
    }

    /** Sends one side of a kept conversation to a client of this tab again. */
    public void replay(Peer receiver, KeptMessages messages, ReplaySpeed speed) {
        commands.replay(receiver, messages, speed);
    }

    /** Adds quick sends to those that are there. */
    public void addQuickSends(QuickSends more) {
        commands.state().addQuickSends(more);
    }

    void nextOfReplay() {
        commands.state().nextOfReplay();
    }

    /** Closes the window of the quick sends. */
    void close() {
        if (window != null) {
            wasOpen = window.isVisible();
            window.leave();
            window.dispose();
        }
    }
}
