package dev.earshot.ui.send;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Problem;
import dev.earshot.codec.WholeNumber;
import dev.earshot.send.Repeat;
import dev.earshot.session.settings.SendKeys;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.FormShortcuts;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainCheckBox;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainTextField;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Starts and stops a repeated message, whose draft and receivers are fixed at the start. */
final class RepeatControl {
    private final JPanel part = new JPanel(new MigLayout("insets 0, gap 4", "[][][]", "[grow, fill]"));
    private final Settings settings;
    private final PlainCheckBox tick = new PlainCheckBox();
    private final PlainTextField field = new PlainTextField();
    private final PlainLabel unit = new PlainLabel();
    private final IntPredicate start;
    private final Runnable stop;
    private final Consumer<Problem> failed;

    /**
     * @param start takes the milliseconds and returns whether the message is repeated now
     * @param failed takes the problem with the milliseconds
     */
    RepeatControl(
            Settings settings,
            Words words,
            boolean enabled,
            IntPredicate start,
            Runnable stop,
            Consumer<Problem> failed) {
        this.settings = settings;
        this.start = start;
        this.stop = stop;
        this.failed = failed;
        tick.setName("repeatBox");
        tick.setText(words.of("ui.repeat"));
        tick.setMnemonic(words.mnemonic("ui.repeat"));
        tick.setToolTipText(words.of("ui.repeat.tip"));
        field.setName("repeatField");
        field.setText(Integer.toString(settings.get(SendKeys.REPEAT_MILLIS)));
        field.setToolTipText(words.of("ui.repeat.field"));
        field.getAccessibleContext().setAccessibleName(words.of("ui.repeat.field"));
        unit.setText(words.of("ui.repeat.unit"));
        unit.setForeground(new TokenColor(Token.MUTED));
        tick.setRequestFocusEnabled(false); // a click leaves the keyboard with the message
        tick.setEnabled(enabled);
        field.setEnabled(enabled);
        tick.addActionListener(e -> ticked());
        field.getDocument().addDocumentListener(TextEdits.listener(() -> outline(false)));
        FormShortcuts.enter(field, JComponent.WHEN_FOCUSED, this::restart);
        part.setOpaque(false);
        part.add(tick, "hmin 0");
        part.add(field, "w 56!, hmin 0");
        part.add(unit);
    }

    /** Takes over the typed interval of the control that this one replaces. */
    void goOn(RepeatControl before) {
        field.setText(before.field.getText());
    }

    /** Returns the tick box and the interval, which can be placed in one line or another. */
    JComponent component() {
        return part;
    }

    /** Shows whether a message is repeated, which may have ended by itself. */
    void show(boolean running) {
        if (tick.isSelected() != running) {
            tick.setSelected(running);
        }
    }

    private void ticked() {
        if (tick.isSelected()) {
            tick.setSelected(begin());
        } else {
            stop.run();
        }
    }

    /** Starts to repeat at the typed interval. */
    private void restart() {
        if (tick.isSelected()) {
            stop.run();
        }
        tick.setSelected(begin());
    }

    private boolean begin() {
        try {
            int millis = WholeNumber.parse(field.getText(), Repeat.LEAST_MILLIS, Repeat.MOST_MILLIS);
            settings.put(SendKeys.REPEAT_MILLIS, millis);
            return start.test(millis);
        } catch (Problem problem) {
            outline(true);
            field.requestFocusInWindow();
            field.selectAll();
            failed.accept(problem);
            return false;
        }
    }

    private void outline(boolean wrong) {
        field.putClientProperty(FlatClientProperties.OUTLINE, wrong ? FlatClientProperties.OUTLINE_ERROR : null);
    }
}
