package dev.earshot.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;

class CommandTest {
    private static final KeyStroke F4 = KeyStroke.getKeyStroke("F4");

    private final List<String> done = new ArrayList<>();
    private final AtomicBoolean allowed = new AtomicBoolean(true);
    private final Command<String> command = Command.of("ui.list.add", done::add, F4);
    private final Command<String> restricted = command.when(target -> allowed.get());

    @Test
    void doesNothingWithoutATarget() {
        command.run(null, 0);

        assertThat(done).isEmpty();
    }

    @Test
    void runsOnlyWhileItsConditionHolds() {
        restricted.run("first", 0);
        allowed.set(false);
        restricted.run("second", 0);

        assertThat(done).containsExactly("first");
    }

    @Test
    void isDisabledWithoutATargetOnlyIfItHasACondition() {
        assertThat(command.isEnabled(null)).isTrue();
        assertThat(restricted.isEnabled(null)).isFalse();
        assertThat(restricted.isEnabled("target")).isTrue();
    }

    @Test
    void keepsItsConditionWhenItGetsADrawing() {
        allowed.set(false);

        assertThat(restricted.withIcon("clear").isEnabled("target")).isFalse();
    }

    @Test
    void takesItsStrokeEvenWhileItIsDisabled() {
        allowed.set(false);
        JPanel panel = new JPanel();
        restricted.bind(panel, JComponent.WHEN_FOCUSED, () -> "target");

        assertThat(actionOf(panel).isEnabled()).isTrue();
        actionOf(panel).actionPerformed(null);
        assertThat(done).isEmpty();
    }

    @Test
    void leavesItsStrokeToOthersWhileItIsDisabledIfAskedTo() {
        JPanel panel = new JPanel();
        restricted.bindWhileEnabled(panel, JComponent.WHEN_FOCUSED, () -> "target");

        assertThat(actionOf(panel).isEnabled()).isTrue();
        allowed.set(false);
        assertThat(actionOf(panel).isEnabled()).isFalse();
    }

    @Test
    void tellsItsActionWhichStrokeWasPressed() {
        Command<String> numbered = Command.numbered(
                "ui.keys.quick",
                (target, number) -> done.add(target + number),
                List.of(F4, KeyStroke.getKeyStroke("F7")));

        CommandTable.of("ui.keys.window", numbered).run(KeyStroke.getKeyStroke("F7"), "send");

        assertThat(done).containsExactly("send1");
    }

    private static Action actionOf(JPanel panel) {
        return panel.getActionMap().get(panel.getInputMap().get(F4));
    }
}
