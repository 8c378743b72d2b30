package dev.earshot.ui.connect;

import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainTextField;
import java.util.Arrays;
import java.util.Locale;

/**
 * The form for the options of a kind of endpoint without a form of its own: a tick box, a box of choices or a field for
 * each setting. Its first sentence is {@code ui.KIND.options.about}, the label of a setting {@code ui.SETTING}, and the
 * name of a choice {@code ui.SETTING.CHOICE}.
 */
final class SettingsForm extends EndpointForm {

    SettingsForm(EndpointKind kind, Words words, Settings settings) {
        super("connectOptions", words, settings, "ui." + kind.wordsKey() + ".options.about");
        kind.optionKeys().forEach(this::add);
        addButtons();
    }

    @SuppressWarnings("unchecked") // its fallback has the type of its values
    private void add(SettingKey<?> key) {
        if (key.fallback() instanceof Boolean) {
            flag(component(key) + "Box", key.wordsKey(), (SettingKey<Boolean>) key);
        } else if (key.fallback() instanceof Enum<?> fallback) {
            choice((SettingKey<Enum<?>>) key, fallback.getDeclaringClass().getEnumConstants());
        } else {
            value(key);
        }
    }

    private void choice(SettingKey<Enum<?>> key, Enum<?>... choices) {
        PlainComboBox<Enum<?>> box = begin(addChoice(
                component(key) + "Box", key.wordsKey(), one -> name(key, one, words), Arrays.asList(choices)));
        box.setSelectedItem(settings.get(key));
        option(() -> () -> settings.put(key, box.getItemAt(box.getSelectedIndex())));
    }

    private <T> void value(SettingKey<T> key) {
        PlainTextField field =
                field(component(key) + "Field", key.wordsKey(), SettingKey.print(settings.get(key)), "growx");
        option(() -> {
            T value = read(field, () -> key.read(field.getText(), words.of(key.wordsKey())));
            return () -> settings.put(key, value);
        });
    }

    /** Returns the beginning of the name of a setting's component, such as {@code serialBaud}. */
    static String component(SettingKey<?> key) {
        StringBuilder name = new StringBuilder();
        for (String part : key.name().split("\\.")) {
            name.append(name.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return name.toString();
    }

    /** Returns what an option is, and its value. */
    static String describe(SettingKey<?> key, Settings settings, Words words) {
        Object value = settings.get(key);
        String label = words.of(key.wordsKey());
        if (value instanceof Boolean on) {
            return on ? label : words.of("ui.setting.off", label);
        }
        String shown = value instanceof Enum<?> choice ? name(key, choice, words) : SettingKey.print(value);
        return words.of("ui.setting.chosen", label, shown);
    }

    private static String name(SettingKey<?> key, Enum<?> choice, Words words) {
        return words.of(key.wordsKey() + "." + SettingKey.print(choice));
    }
}
