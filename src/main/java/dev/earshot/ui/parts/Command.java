package dev.earshot.ui.parts;

import dev.earshot.session.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;

/**
 * Something that a person can do with a part of the window, by a key, a menu or a button.
 *
 * @param <T> the part that does it
 * @param key of its words
 * @param action does it; is told which of the strokes it was, from 0
 * @param strokes the first is the one that menus and tool tips name; none at all is allowed
 */
public record Command<T>(String key, ObjIntConsumer<? super T> action, List<KeyStroke> strokes) {
    private static final int LISTED = 2;

    /** A command that does the same whichever of its strokes it was. */
    public static <T> Command<T> of(String key, Consumer<? super T> action, KeyStroke... strokes) {
        return new Command<>(key, (target, number) -> action.accept(target), List.of(strokes));
    }

    public Command {
        strokes = List.copyOf(strokes);
    }

    /** The stroke that menus name; null without any. */
    public KeyStroke stroke() {
        return strokes.isEmpty() ? null : strokes.get(0);
    }

    /** Its first stroke as a person reads it. */
    public String keyName() {
        return Keys.name(stroke());
    }

    /** All its strokes as a person reads them: {@code Ctrl+Tab, Ctrl+Page Down}, or the first and last of many. */
    public String keyNames() {
        if (strokes.size() <= LISTED) {
            return strokes.stream().map(Keys::name).collect(Collectors.joining(", "));
        }
        return keyName() + " ... " + Keys.name(strokes.get(strokes.size() - 1));
    }

    /** Has the strokes run it while this condition of Swing's holds; {@code target} may give null, then nothing happens. */
    public void bind(JComponent component, int condition, Supplier<? extends T> target) {
        for (int i = 0; i < strokes.size(); i++) {
            int number = i;
            Keys.bind(component, condition, strokes.get(i), () -> run(target.get(), number));
        }
    }

    /** Gives a line of a menu the words, the key and the action; {@code target} may give null, then nothing happens. */
    public <I extends JMenuItem> I dress(I item, Words words, Supplier<? extends T> target) {
        item.setName(key);
        item.setText(words.of(key));
        item.setMnemonic(words.mnemonic(key));
        item.setAccelerator(stroke());
        item.addActionListener(e -> run(target.get(), 0));
        return item;
    }

    void run(T target, int number) {
        if (target != null) {
            action.accept(target, number);
        }
    }
}
