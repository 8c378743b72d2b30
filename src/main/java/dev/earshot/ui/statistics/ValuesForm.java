package dev.earshot.ui.statistics;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Problem;
import dev.earshot.session.Session;
import dev.earshot.session.statistics.ExpressionValueSource;
import dev.earshot.session.statistics.FieldValueSource;
import dev.earshot.session.statistics.ValueSource;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FormShortcuts;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainTextField;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Asks which value of a message is counted: none, what a regular expression finds, or a field. Confined to the EDT. */
final class ValuesForm extends JPanel {
    private final transient Session session;
    private final transient Words words;
    private final PlainComboBox<Kind> kind;
    private final PlainTextField field = new PlainTextField();

    /** A source of values. */
    enum Kind {
        NONE,
        EXPRESSION,
        FIELD
    }

    /** @param apply measures again */
    ValuesForm(Session session, Words words, Runnable apply) {
        super(new MigLayout("insets 0, gap 8, hidemode 3", "[]8[]", "[28!]"));
        this.session = session;
        this.words = words;
        setOpaque(false);
        kind = new Controls(words)
                .box(
                        "statisticsValuesBox",
                        "ui.statistics.values",
                        one -> words.of("ui.statistics.values." + one.name().toLowerCase(Locale.ROOT)),
                        List.of(Kind.values()));
        field.setName("statisticsValuesField");
        field.setFont(Theme.mono(12));
        field.setVisible(false);
        kind.addActionListener(e -> {
            showField();
            if (kind() == Kind.NONE) {
                apply.run();
            } else {
                field.requestFocusInWindow();
            }
        });
        FormShortcuts.enter(field, JComponent.WHEN_FOCUSED, apply);
        add(kind);
        add(field, "w 80:200:260");
    }

    private Kind kind() {
        return (Kind) kind.getSelectedItem();
    }

    private void showField() {
        boolean isTyped = kind() != Kind.NONE;
        field.setVisible(isTyped);
        if (isTyped) {
            String key = "ui.statistics.values." + kind().name().toLowerCase(Locale.ROOT) + ".about";
            field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.of(key));
            field.getAccessibleContext().setAccessibleName(words.of(key));
        }
        revalidate();
    }

    /**
     * Returns the source of the values; null if none are counted.
     *
     * @throws Problem if what was typed is wrong; the field is then outlined
     */
    ValueSource source() throws Problem {
        field.putClientProperty(FlatClientProperties.OUTLINE, null);
        try {
            return switch (kind()) {
                case NONE -> null;
                case EXPRESSION -> ExpressionValueSource.parse(typed());
                case FIELD -> new FieldValueSource(session.log().lens(), typed());
            };
        } catch (Problem problem) {
            field.putClientProperty(FlatClientProperties.OUTLINE, FlatClientProperties.OUTLINE_ERROR);
            throw problem;
        }
    }

    private String typed() throws Problem {
        if (field.getText().isBlank()) {
            throw new Problem("problem.statistics.values." + kind().name().toLowerCase(Locale.ROOT), -1);
        }
        return kind() == Kind.FIELD ? field.getText().strip() : field.getText();
    }
}
