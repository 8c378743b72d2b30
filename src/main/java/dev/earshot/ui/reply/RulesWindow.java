package dev.earshot.ui.reply;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.reply.Rule;
import dev.earshot.session.Settings;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.FrameState;
import dev.earshot.ui.parts.Keys;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JDialog;

/** The window of the rules, which stays open beside the main one, and comes again where it was. */
final class RulesWindow extends JDialog {
    private final transient Settings settings;
    private final RulesEditor editor;

    /** @param roles the names that roles have */
    RulesWindow(
            Frame owner,
            Settings settings,
            Words words,
            List<Rule> rules,
            Supplier<List<String>> roles,
            RulesModel.Listener told) {
        super(owner, words.of("ui.rules.title"), false);
        this.settings = settings;
        editor = new RulesEditor(settings, words, rules, roles, told);
        setName("rulesWindow");
        setContentPane(editor);
        setMinimumSize(new Dimension(UIScale.scale(840), UIScale.scale(440)));
        FrameState.restore(
                this, settings, Settings.RULES_WINDOW, new Dimension(UIScale.scale(940), UIScale.scale(640)));
        setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                leave();
            }
        });
        int within = JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT;
        Keys.bind(getRootPane(), within, Keys.plain(KeyEvent.VK_ESCAPE), this::leave);
    }

    /** Shows it, with the keyboard in it. */
    void open() {
        setVisible(true);
        toFront();
        editor.begin();
    }

    /** Takes over how often rules have matched. */
    void refresh() {
        if (isVisible()) {
            editor.refresh();
        }
    }

    /** Ends editing and remembers where it was. */
    void leave() {
        editor.end();
        FrameState.remember(this, settings, Settings.RULES_WINDOW);
        setVisible(false);
    }
}
