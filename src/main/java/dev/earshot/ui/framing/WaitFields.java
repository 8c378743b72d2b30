package dev.earshot.ui.framing;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.TimedFraming;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainTextField;
import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JPanel;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;

/** Edits the silence that ends an unfinished message. It shows nothing for a framing that has no use for it. */
final class WaitFields {

    /** The choices for the wait; the first is that of the framing. */
    private enum Wait {
        DEFAULT,
        NEVER,
        MILLIS
    }

    private static final int PROPOSED_MILLIS = 1000;

    private final Words words;
    private final PlainComboBox<Wait> box;
    private final PlainTextField millis = new PlainTextField(Integer.toString(PROPOSED_MILLIS));
    private final PlainLabel unit;
    private final PlainLabel label;
    private final JPanel panel = new JPanel(new MigLayout("insets 0, gap 8, hidemode 3"));
    private Framing untimed = Framing.LINES;

    /** @param edited is run after each edit */
    WaitFields(Words words, Runnable edited) {
        this.words = words;
        Controls controls = new Controls(words);
        box = controls.box("framingWaitBox", "ui.framing.wait", this::print, List.of(Wait.values()));
        box.setToolTipText(words.of("ui.framing.wait.tip"));
        label = controls.label("ui.framing.wait", box);
        millis.setName("framingWaitField");
        unit = controls.label("ui.framing.wait.millis", millis);
        millis.getAccessibleContext().setAccessibleName(words.of("ui.framing.wait.field"));
        panel.setOpaque(false);
        panel.add(box, "h 28!");
        panel.add(millis, "w 80!, h 28!");
        panel.add(unit);
        millis.getDocument().addDocumentListener(TextEdits.listener(edited));
        box.addActionListener(e -> {
            showMillis();
            edited.run();
        });
    }

    PlainLabel label() {
        return label;
    }

    JPanel panel() {
        return panel;
    }

    PlainComboBox<?> box() {
        return box;
    }

    JTextComponent field() {
        return millis;
    }

    /** Shows the wait of a framing. */
    void show(Framing framing) {
        untimed = TimedFraming.untimed(framing);
        boolean ownNever = untimed.waitMillis() == Framing.NEVER;
        DefaultComboBoxModel<Wait> choices =
                new DefaultComboBoxModel<>(ownNever ? new Wait[] {Wait.DEFAULT, Wait.MILLIS} : Wait.values());
        int now = framing.waitMillis();
        boolean own = framing.equals(untimed) || ownNever && now == Framing.NEVER;
        choices.setSelectedItem(own ? Wait.DEFAULT : now == Framing.NEVER ? Wait.NEVER : Wait.MILLIS);
        if (!own && now != Framing.NEVER) {
            millis.setText(Integer.toString(now));
        }
        box.setModel(choices);
        boolean canWait = TimedFraming.canWait(untimed);
        label.setVisible(canWait);
        panel.setVisible(canWait);
        showMillis();
    }

    private void showMillis() {
        boolean shown = box.getSelectedItem() == Wait.MILLIS;
        millis.setVisible(shown);
        unit.setVisible(shown);
    }

    /** Returns the framing with the wait that is chosen. */
    Framing read(Framing framing) throws Problem {
        if (!TimedFraming.canWait(framing) || box.getSelectedItem() == Wait.DEFAULT) {
            return framing;
        }
        return box.getSelectedItem() == Wait.NEVER
                ? new TimedFraming(framing, Framing.NEVER)
                : TimedFraming.parse(framing, millis.getText());
    }

    private String print(Wait wait) {
        if (wait == Wait.NEVER) {
            return words.of("ui.framing.wait.never");
        } else if (wait == Wait.MILLIS) {
            return words.of("ui.framing.wait.after");
        } else {
            int own = untimed.waitMillis();
            if (own == Framing.NEVER) {
                return words.of("ui.framing.wait.default.never");
            }
            boolean isLines = untimed.kind() == Framing.LINES.kind();
            return words.of(isLines ? "ui.framing.wait.default.lines" : "ui.framing.wait.default.millis", own);
        }
    }
}
