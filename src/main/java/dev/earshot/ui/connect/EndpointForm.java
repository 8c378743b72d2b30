package dev.earshot.ui.connect;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Problem;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.plain.PlainCheckBox;
import dev.earshot.ui.plain.PlainTextField;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;

/** A form for settings of an endpoint, which are changed together once all of them are valid. Confined to the EDT. */
abstract class EndpointForm extends PopoverForm {
    final transient Settings settings;
    private final String buttons;
    private final transient List<Option> options = new ArrayList<>();
    private JComponent first;

    /** An option that the form asks for. */
    interface Option {
        /** Reads the option and returns the change of the settings, which is made once all options are valid. */
        Runnable read() throws Problem;
    }

    /** Takes a typed text, or says what is wrong with it. */
    interface Parser {
        Object parse(String typed) throws Problem;
    }

    /**
     * Creates a form without options.
     *
     * @param name the beginning of the names of its parts
     * @param about the key of the sentence that explains the form
     */
    EndpointForm(String name, Words words, Settings settings, String about) {
        super(name, words);
        this.settings = settings;
        buttons = name;
        explain(about);
    }

    /** Adds an option whose fields are there already. */
    final void option(Option option) {
        options.add(option);
    }

    /** Gives the keyboard to a field when the form opens, if no other was there before. */
    final <T extends JComponent> T begin(T field) {
        first = first == null ? field : first;
        return field;
    }

    /** Adds a field without an option; see {@link #option}. */
    final PlainTextField field(String name, String label, String text, String size) {
        return begin(addField(name, label, text, size));
    }

    /**
     * Adds a text.
     *
     * @param hint the key of the words in the empty field
     */
    final PlainTextField text(
            String name, String label, SettingKey<String> key, String size, Parser parser, String hint) {
        PlainTextField field = field(name, label, settings.get(key), size);
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.of(hint));
        text(field, key, parser);
        return field;
    }

    /** Adds the option of a field that holds a text. */
    final void text(PlainTextField field, SettingKey<String> key, Parser parser) {
        option(() -> {
            check(field, () -> parser.parse(field.getText()));
            return () -> settings.put(key, field.getText().strip());
        });
    }

    /** Adds a number from {@code least} to {@code most}. */
    final PlainTextField number(String name, String label, SettingKey<Integer> key, String size, int least, int most) {
        PlainTextField field = field(name, label, String.valueOf(settings.get(key)), size);
        option(() -> {
            int number = number(field, least, most);
            return () -> settings.put(key, number);
        });
        return field;
    }

    /** Adds a tick box. */
    final PlainCheckBox flag(String name, String label, SettingKey<Boolean> key) {
        PlainCheckBox box = begin(addBox(name, label, settings.get(key)));
        option(() -> () -> settings.put(key, box.isSelected()));
        return box;
    }

    /** Adds the buttons, below everything else. */
    final void addButtons() {
        addButtons(buttons);
    }

    @Override
    protected final JComponent first() {
        return first;
    }

    @Override
    protected void apply() throws Problem {
        List<Runnable> changes = new ArrayList<>();
        for (Option option : options) {
            changes.add(option.read());
        }
        changes.forEach(Runnable::run);
    }
}
