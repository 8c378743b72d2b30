package dev.earshot.ui.parts;

import dev.earshot.session.words.Words;
import java.awt.event.ActionEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.swing.AbstractAction;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;

/**
 * A command that a person gives to a part of the window by a key, a menu or a button.
 *
 * @param <T> the part that carries it out
 * @param key of its words; empty if no menu and no sheet of keys names it
 * @param icon name of its drawing on a tool button; empty if it has none
 * @param condition whether it can be given now; is asked with null while there is no such part
 * @param action carries it out; is given the number of the stroke, from 0
 * @param strokes the first is the one that menus and tool tips name; may be empty
 */
public record Command<T>(
        String key,
        String icon,
        Predicate<? super T> condition,
        ObjIntConsumer<? super T> action,
        List<KeyStroke> strokes) {
    private static final int MOST_LISTED = 2;
    private static final int ICON_SIZE = 16;

    /** Declares a command whose action is told which of its strokes was pressed. */
    public static <T> Command<T> numbered(String key, ObjIntConsumer<? super T> action, List<KeyStroke> strokes) {
        return new Command<>(key, "", target -> true, action, strokes);
    }

    /** Declares a command that does the same for each of its strokes. */
    public static <T> Command<T> of(String key, Consumer<? super T> action, KeyStroke... strokes) {
        return numbered(key, (target, number) -> action.accept(target), List.of(strokes));
    }

    /** Declares a command that only its strokes give: no menu and no sheet of keys names it. */
    public static <T> Command<T> unlisted(Consumer<? super T> action, KeyStroke... strokes) {
        return of("", action, strokes);
    }

    public Command {
        strokes = List.copyOf(strokes);
    }

    /** Returns this command with a drawing for its tool button. */
    public Command<T> withIcon(String name) {
        return new Command<>(key, name, condition, action, strokes);
    }

    /** Returns this command restricted to the times when the part exists and the condition holds. */
    public Command<T> when(Predicate<? super T> restriction) {
        return new Command<>(key, icon, target -> target != null && restriction.test(target), action, strokes);
    }

    /** Whether the command can be given now; {@code target} may be null. */
    public boolean isEnabled(T target) {
        return condition.test(target);
    }

    /** Returns the stroke that menus name; null if there is none. */
    public KeyStroke stroke() {
        return strokes.isEmpty() ? null : strokes.get(0);
    }

    /** Returns the name of the first stroke, such as {@code Ctrl+Enter}. */
    public String keyName() {
        return Keys.name(stroke());
    }

    /** Returns the names of all strokes, such as {@code Ctrl+Tab, Ctrl+Page Down}; of many, the first and the last. */
    public String keyNames() {
        if (strokes.size() <= MOST_LISTED) {
            return strokes.stream().map(Keys::name).collect(Collectors.joining(", "));
        }
        return keyName() + " ... " + Keys.name(strokes.get(strokes.size() - 1));
    }

    /** Returns the drawing of its tool button. */
    public Icon drawing() {
        return Icons.of(icon, ICON_SIZE, Token.ICON);
    }

    /**
     * Binds the strokes to a component. They are taken even while the command is disabled, and then do nothing.
     *
     * @param scope one of {@link JComponent}'s three, such as {@code WHEN_FOCUSED}
     * @param target may give null; then nothing happens
     */
    public void bind(JComponent component, int scope, Supplier<? extends T> target) {
        for (int i = 0; i < strokes.size(); i++) {
            bind(component, scope, i, target, false);
        }
    }

    /** Binds the strokes to a component. While the command is disabled they keep their other meaning. */
    public void bindWhileEnabled(JComponent component, int scope, Supplier<? extends T> target) {
        for (int i = 0; i < strokes.size(); i++) {
            bind(component, scope, i, target, true);
        }
    }

    private void bind(JComponent component, int scope, int number, Supplier<? extends T> target, boolean yields) {
        KeyStroke stroke = strokes.get(number);
        component.getInputMap(scope).put(stroke, stroke.toString());
        component.getActionMap().put(stroke.toString(), new AbstractAction() {
            @Override
            public boolean isEnabled() {
                return !yields || Command.this.isEnabled(target.get());
            }

            @Override
            public void actionPerformed(ActionEvent e) {
                run(target.get(), number);
            }
        });
    }

    /** Gives a menu item the words, the key and the action; {@code target} may give null, then nothing happens. */
    public <I extends JMenuItem> I dress(I item, Words words, Supplier<? extends T> target) {
        item.setName(key);
        item.setText(words.of(key));
        item.setMnemonic(words.mnemonic(key));
        item.setAccelerator(stroke());
        item.addActionListener(e -> run(target.get(), 0));
        return item;
    }

    /** Carries the command out, unless it is disabled or {@code target} is null. */
    public void run(T target, int number) {
        if (target != null && isEnabled(target)) {
            action.accept(target, number);
        }
    }
}
