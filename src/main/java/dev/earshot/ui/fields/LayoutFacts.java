package dev.earshot.ui.fields;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Problem;
import dev.earshot.fields.edit.EditedLayout;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FormShortcuts;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.plain.PlainTextField;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * The properties of a layout as a whole: its names, and the messages to which it applies. A text counts after Enter or
 * Tab.
 */
final class LayoutFacts extends JPanel {
    private final transient Map<String, PlainTextField> fields = new LinkedHashMap<>();
    private final transient Words words;
    private final transient Taker taker;
    private final transient Consumer<String> wrong;
    private transient EditedLayout shown;

    /** Takes an edited layout. */
    interface Taker {
        /**
         * @param key that was edited
         * @throws Problem if the layout is wrong
         */
        void take(EditedLayout edited, String key) throws Problem;
    }

    /** @param wrong takes the problem with a text; an empty one removes it */
    LayoutFacts(Words words, Taker taker, Consumer<String> wrong) {
        super(new MigLayout(
                "insets 8 12 8 12, gap 8 6, fillx", "[][80:140:200]12[][grow, fill, 0:200:]12[][grow, fill, 0:160:]"));
        this.words = words;
        this.taker = taker;
        this.wrong = wrong;
        setBorder(Hairline.top());
        add("name", "growx");
        add(words.isChinese() ? "titleZh" : "title", "growx");
        add("framings", "growx, wrap");
        add("ports", "growx");
        add("expression", "growx");
        fields.get("expression").setFont(Theme.mono(12));
        add("summary", "growx");
        show(null);
    }

    private void add(String key, String place) {
        PlainTextField field = new PlainTextField("");
        String name = key.equals("titleZh") ? "title" : key;
        field.setName("layout" + name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1) + "Field");
        field.setToolTipText(words.of("ui.layouts." + name + ".tip"));
        FormShortcuts.enter(field, WHEN_FOCUSED, () -> commit(key));
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                commit(key);
            }
        });
        fields.put(key, field);
        add(new Controls(words).label("ui.layouts." + name, field));
        add(field, place + ", h 28!, wmin 0");
    }

    /** Shows a layout; null for none. */
    void show(EditedLayout layout) {
        shown = layout;
        fields.forEach((key, field) -> {
            String text = layout == null ? "" : layout.get(key);
            if (!field.getText().equals(text)) {
                field.setText(text);
            }
            field.setEnabled(layout != null);
            field.putClientProperty(FlatClientProperties.OUTLINE, null);
        });
    }

    /** Takes over all texts; returns whether they are right. */
    boolean commit() {
        return fields.keySet().stream().allMatch(this::commit);
    }

    private boolean commit(String key) {
        PlainTextField field = fields.get(key);
        String typed = field.getText().strip();
        if (shown == null || typed.equals(shown.get(key))) {
            field.putClientProperty(FlatClientProperties.OUTLINE, null);
            return true;
        }
        try {
            taker.take(shown.with(key, typed), key);
            field.putClientProperty(FlatClientProperties.OUTLINE, null);
            wrong.accept("");
            return true;
        } catch (Problem problem) {
            field.putClientProperty(FlatClientProperties.OUTLINE, FlatClientProperties.OUTLINE_ERROR);
            wrong.accept(words.of(problem));
            return false;
        }
    }
}
