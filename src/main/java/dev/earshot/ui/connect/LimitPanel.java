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
import net.miginfocom.swing.MigLayout;

/** The fields for the limits of a server that are numbers, two in a row. An empty field switches a limit off. */
final class LimitPanel extends JPanel {
    private final transient Words words;
    private final transient Controls controls;
    private final transient Settings settings;
    private final transient Runnable edited;
    private final transient Map<PlainTextField, Limit> fields = new LinkedHashMap<>();

    /** The setting of a limit and the greatest number that it takes. */
    private record Limit(SettingKey<Integer> key, int most) {}

    /** @param edited is run whenever a field is edited */
    LimitPanel(Words words, LimitKeys keys, Settings settings, Runnable edited) {
        super(new MigLayout("insets 0, gap 8, wrap 4", "[][72!]16[][72!]"));
        this.words = words;
        this.controls = new Controls(words);
        this.settings = settings;
        this.edited = edited;
        setOpaque(false);
        addLimit("maxClientsField", "ui.limits.most", keys.most(), ClientLimits.MOST);
        addLimit("maxPerAddressField", "ui.limits.address", keys.perAddress(), ClientLimits.MOST);
        addLimit("maxNewField", "ui.limits.second", keys.newPerSecond(), ClientLimits.MOST);
        addLimit("firstByteField", "ui.limits.first", keys.firstByteSeconds(), ClientLimits.MOST);
        addLimit("idleField", "ui.limits.idle", keys.idleSeconds(), ClientLimits.MOST);
        addLimit("writeDeadlineField", "ui.limits.write", keys.writeSeconds(), ClientLimits.MOST);
        addLimit("maxUnsentField", "ui.limits.unsent", keys.mostUnsent(), LimitKeys.MOST_UNSENT);
    }

    private void addLimit(String name, String label, SettingKey<Integer> key, int most) {
        int value = settings.get(key);
        PlainTextField field = new PlainTextField(value == 0 ? "" : String.valueOf(value));
        field.setName(name);
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.of("ui.limits.off"));
        field.getDocument().addDocumentListener(TextEdits.listener(edited));
        fields.put(field, new Limit(key, most));
        add(controls.label(label, field));
        add(field, "h 28!, growx");
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
