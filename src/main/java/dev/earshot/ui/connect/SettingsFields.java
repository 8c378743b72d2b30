package dev.earshot.ui.connect;

import dev.earshot.codec.Problem;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.EmptyState;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.plain.PlainTextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.swing.JComponent;

/**
 * The fields of a kind of endpoint without fields of its own: a text field for each of its {@link
 * EndpointKind#placeKeys}, and a {@link SettingsForm} for its options. The label of a setting is {@code ui.SETTING},
 * and a problem with it has the key {@code problem.SETTING}, also with more behind a dot.
 */
final class SettingsFields implements EndpointFields {
    private final EndpointKind kind;
    private final Session session;
    private final Settings settings;
    private final Words words;
    private final Map<SettingKey<String>, PlainTextField> texts = new LinkedHashMap<>();
    private final List<Field> fields;

    SettingsFields(EndpointKind kind, Context context) {
        this.kind = kind;
        session = context.session();
        settings = context.settings();
        words = context.words();
        Controls controls = new Controls(words);
        for (SettingKey<String> key : kind.placeKeys()) {
            texts.put(key, field(key, context.bar()));
        }
        fields = texts.entrySet().stream()
                .map(one -> new Field(
                        controls.label(one.getKey().wordsKey(), one.getValue()), one.getValue(), "80:140:180"))
                .toList();
    }

    private PlainTextField field(SettingKey<String> key, Bar bar) {
        PlainTextField field = new PlainTextField(settings.get(key));
        field.setName(SettingsForm.component(key) + "Field");
        field.setCaretPosition(0);
        field.addActionListener(e -> bar.start());
        field.getDocument().addDocumentListener(TextEdits.listener(bar::edited));
        return field;
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public JComponent first() {
        return fields.get(0).component();
    }

    @Override
    public void setEditable(boolean editable) {
        texts.values().forEach(field -> field.setEnabled(editable));
    }

    @Override
    public void start(boolean agreed) throws Problem {
        save();
        session.open(kind.config(settings).orElseThrow());
    }

    @Override
    public void markWrong(Problem problem) {
        texts.forEach((key, field) -> {
            if (isAbout(problem, key)) {
                WrongField.mark(field, field, problem.position());
            }
        });
    }

    @Override
    public boolean isAboutOptions(Problem problem) {
        return kind.optionKeys().stream().anyMatch(key -> isAbout(problem, key));
    }

    private static boolean isAbout(Problem problem, SettingKey<?> key) {
        String about = "problem." + key.name();
        return problem.key().equals(about) || problem.key().startsWith(about + ".");
    }

    @Override
    public void clearErrors() {
        WrongField.clear(texts.values().toArray(JComponent[]::new));
    }

    @Override
    public void save() {
        texts.forEach((key, field) -> settings.put(key, field.getText().strip()));
    }

    @Override
    public Supplier<PopoverForm> options() {
        return kind.optionKeys().isEmpty() ? null : () -> new SettingsForm(kind, words, settings);
    }

    @Override
    public List<String> chosenOptions() {
        return kind.optionKeys().stream()
                .filter(key -> !settings.get(key).equals(key.fallback()))
                .map(key -> SettingsForm.describe(key, settings, words))
                .toList();
    }

    @Override
    public EmptyState.Content emptyState(Status status) {
        boolean open = status.state() == Status.State.OPEN;
        String place = open ? status.address() : kind.place(settings);
        return new EmptyState.Content(
                words.of(open ? "ui.empty.waiting" : "ui.empty.press", place), words.of("ui.empty.all"), "", "", null);
    }
}
