package dev.earshot.ui.connect;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Problem;
import dev.earshot.codec.WholeNumber;
import dev.earshot.net.ClientLimits;
import dev.earshot.session.settings.LimitKeys;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.plain.PlainTextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.swing.JPanel;
import javax.swing.text.JTextComponent;

/** The fields for the limits of a server that are numbers, two in a row. An empty field switches a limit off. */
final class LimitRows {
    private static final String FIELD = "h 28!, w 72!, growx 0";

    private final Words words;
    private final Controls controls;
    private final Settings settings;
    private final Runnable edited;
    private final Map<PlainTextField, Limit> fields = new LinkedHashMap<>();

    /** The words and the setting of a limit, and the greatest number that it takes. */
    private record Limit(String label, SettingKey<Integer> key, int most) {}

    /** @param edited is run whenever a field is edited */
    LimitRows(Words words, LimitKeys keys, Settings settings, Runnable edited) {
        this.words = words;
        this.controls = new Controls(words);
        this.settings = settings;
        this.edited = edited;
        addLimit("maxClientsField", "ui.limits.most", keys.most(), ClientLimits.MOST);
        addLimit("maxPerAddressField", "ui.limits.address", keys.perAddress(), ClientLimits.MOST);
        addLimit("maxNewField", "ui.limits.second", keys.newPerSecond(), ClientLimits.MOST);
        addLimit("firstByteField", "ui.limits.first", keys.firstByteSeconds(), ClientLimits.MOST);
        addLimit("idleField", "ui.limits.idle", keys.idleSeconds(), ClientLimits.MOST);
        addLimit("writeDeadlineField", "ui.limits.write", keys.writeSeconds(), ClientLimits.MOST);
        addLimit("maxUnsentField", "ui.limits.unsent", keys.mostUnsent(), LimitKeys.MOST_UNSENT);
    }

    /**
     * Adds the rows to a form of two columns: the second column takes the first field, the second label and its field.
     */
    void addTo(JPanel form) {
        List<PlainTextField> all = List.copyOf(fields.keySet());
        for (int i = 0; i < all.size(); i++) {
            PlainTextField field = all.get(i);
            boolean second = i % 2 == 1;
            boolean withSecond = !second && i + 1 < all.size();
            form.add(controls.label(fields.get(field).label(), field), second ? "gapleft 16, sizegroupx limit" : "");
            form.add(field, withSecond ? FIELD + ", split 3" : FIELD);
        }
    }

    private void addLimit(String name, String label, SettingKey<Integer> key, int most) {
        int value = settings.get(key);
        PlainTextField field = new PlainTextField(value == 0 ? "" : String.valueOf(value));
        field.setName(name);
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.of("ui.limits.off"));
        field.getDocument().addDocumentListener(TextEdits.listener(edited));
        fields.put(field, new Limit(label, key, most));
    }

    /**
     * Reads the fields and returns the change of the settings.
     *
     * @param mark marks a field with its problem and returns the problem
     */
    Runnable read(BiFunction<Problem, JTextComponent, Problem> mark) throws Problem {
        List<Runnable> changes = new ArrayList<>();
        for (Map.Entry<PlainTextField, Limit> entry : fields.entrySet()) {
            PlainTextField field = entry.getKey();
            Limit limit = entry.getValue();
            try {
                boolean off = field.getText().isBlank();
                int number = off ? 0 : WholeNumber.parse(field.getText(), 0, limit.most());
                changes.add(() -> settings.put(limit.key(), number));
            } catch (Problem problem) {
                throw mark.apply(problem, field);
            }
        }
        return () -> changes.forEach(Runnable::run);
    }
}
