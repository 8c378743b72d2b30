package dev.earshot.ui.parts;

import java.util.Arrays;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/**
 * The commands whose keys work in one place of the window. Each package declares its own tables; the window lists them
 * all.
 *
 * @param <T> the part that carries them out
 * @param place key of the words that say where they hold; empty if the sheet of keys does not list them
 */
public record CommandTable<T>(String place, List<Command<T>> commands) {
    public CommandTable {
        commands = List.copyOf(commands);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> CommandTable<T> of(String place, Command<T>... commands) {
        return new CommandTable<>(place, Arrays.stream(commands).toList());
    }

    /**
     * Binds the strokes of all commands to a component.
     *
     * @param scope one of {@link JComponent}'s three, such as {@code WHEN_FOCUSED}
     */
    public void bind(JComponent component, int scope, T target) {
        commands.forEach(command -> command.bind(component, scope, () -> target));
    }

    /** Runs the command of this stroke; returns whether there is one. */
    public boolean run(KeyStroke stroke, T target) {
        for (Command<T> command : commands) {
            int number = command.strokes().indexOf(stroke);
            if (number >= 0) {
                command.run(target, number);
                return true;
            }
        }
        return false;
    }
}
