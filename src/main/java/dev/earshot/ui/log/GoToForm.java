package dev.earshot.ui.log;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FormShortcuts;
import dev.earshot.ui.parts.Notice;
import dev.earshot.ui.parts.PopoverPanel;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainTextField;
import java.util.function.Consumer;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;

/** A form over the window that asks for the row to go to. */
final class GoToForm extends PopoverPanel {
    private static final int TEXT_WIDTH = 252;

    private final transient GoTo finder;
    private final transient Runnable focusLog;
    private final transient Consumer<String> say;
    private final PlainTextField field = new PlainTextField();
    private final Notice failure = new Notice("goToProblem", "reset", Token.ERROR, TEXT_WIDTH);

    /**
     * @param focusLog gives the log the keyboard
     * @param say takes the description of the found row
     */
    GoToForm(Words words, GoTo finder, Runnable focusLog, Consumer<String> say) {
        super("goToForm", new MigLayout("insets 0, gap 8, hidemode 3, wrap 2", "[grow, fill][]"));
        this.finder = finder;
        this.focusLog = focusLog;
        this.say = say;
        field.setName("goToField");
        add(new Controls(words).label("ui.goto", field), "span");
        add(field, "h 28!");
        PlainButton go = new PlainButton(words.of("ui.goto.go"));
        go.setName("goToButton");
        go.setMnemonic(words.mnemonic("ui.goto.go"));
        go.addActionListener(e -> go());
        Controls.setPrimary(go, true);
        add(go, "h 28!");
        Notice about = new Notice("goToAbout", null, Token.MUTED, TEXT_WIDTH);
        about.say(words.of("ui.goto.about"));
        add(about, "span");
        add(failure, "span");
        field.getDocument().addDocumentListener(TextEdits.listener(() -> complain("")));
        FormShortcuts.enter(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, this::go);
    }

    @Override
    protected JComponent first() {
        return field;
    }

    private void go() {
        finder.go(
                field.getText(),
                where -> {
                    leave();
                    say.accept(where);
                },
                this::complain);
    }

    @Override
    protected void leave() {
        close();
        focusLog.run();
    }

    private void complain(String text) {
        failure.say(text);
        field.putClientProperty(
                FlatClientProperties.OUTLINE, text.isEmpty() ? null : FlatClientProperties.OUTLINE_ERROR);
        fit();
    }
}
