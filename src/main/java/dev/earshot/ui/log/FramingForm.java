package dev.earshot.ui.log;

import dev.earshot.codec.DelimiterFraming;
import dev.earshot.codec.FixedLengthFraming;
import dev.earshot.codec.Framing;
import dev.earshot.codec.LengthFieldFraming;
import dev.earshot.codec.Problem;
import dev.earshot.codec.SilenceFraming;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.Notice;
import dev.earshot.ui.parts.PlainComboBox;
import dev.earshot.ui.parts.PlainLabel;
import dev.earshot.ui.parts.PlainTextField;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Token;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.swing.JComponent;

/** A form that asks for the parameters of one kind of framing. */
final class FramingForm extends PopoverForm {
    private static final int TEXT_WIDTH = 252;

    /** Reads the framing that the fields describe. */
    private interface Fields {
        Framing read() throws Problem;
    }

    private final transient Consumer<Framing> apply;
    private final transient Fields fields;
    private final PlainTextField field = new PlainTextField(); // every kind has just one that can be wrong
    private final Notice warning = new Notice("framingWarning", "dot", Token.WARN, TEXT_WIDTH);

    /**
     * Makes the form of one kind of framing.
     *
     * @param proposed what the fields hold at first
     * @param apply takes the framing when the person applies it
     */
    FramingForm(Words words, Framing proposed, Consumer<Framing> apply) {
        super("framing", words, TEXT_WIDTH);
        this.apply = apply;
        fields = fieldsOf(proposed);
        add(warning, "span");
        addButtons("framing", "ui.framing.apply");
        field.getDocument().addDocumentListener(TextEdits.listener(this::typed));
        typed();
    }

    @Override
    protected JComponent first() {
        return field;
    }

    private Fields fieldsOf(Framing proposed) {
        if (proposed instanceof DelimiterFraming delimiter) {
            about("ui.framing.delimiter.about");
            addTheField("framingDelimiterField", "ui.framing.bytes", FramingWords.hex(delimiter));
            return () -> DelimiterFraming.parse(field.getText());
        } else if (proposed instanceof FixedLengthFraming fixed) {
            about("ui.framing.fixed.about");
            return numberField(
                    "framingLengthField",
                    "ui.framing.size",
                    fixed.length(),
                    Framing.MAX_LENGTH,
                    FixedLengthFraming::new);
        } else if (proposed instanceof SilenceFraming silence) {
            about("ui.framing.silence.about");
            return numberField(
                    "framingSilenceField", "ui.framing.millis", silence.millis(), 60_000, SilenceFraming::new);
        }
        about("ui.framing.length.about");
        return lengthField((LengthFieldFraming) proposed);
    }

    private Fields numberField(String name, String key, int value, int most, IntFunction<Framing> make) {
        addTheField(name, key, Integer.toString(value));
        return () -> make.apply(Framing.number(field.getText(), 1, most));
    }

    private Fields lengthField(LengthFieldFraming at) {
        addTheField("framingOffsetField", "ui.framing.offset", Integer.toString(at.offset()));
        PlainComboBox<Integer> size =
                addChoice("framingSizeBox", "ui.framing.size", List.of(1, 2, 4), n -> n.toString(), at.size());
        PlainComboBox<Boolean> little = addChoice(
                "framingOrderBox",
                "ui.framing.order",
                List.of(false, true),
                l -> FramingWords.order(words, l),
                at.littleEndian());
        PlainComboBox<Boolean> whole = addChoice(
                "framingCountsBox",
                "ui.framing.counts",
                List.of(false, true),
                w -> FramingWords.counts(words, w),
                at.countsWhole());
        return () -> new LengthFieldFraming(
                Framing.number(field.getText(), 0, 255), chosen(size), chosen(little), chosen(whole));
    }

    private static <T> T chosen(PlainComboBox<T> box) {
        return box.getItemAt(box.getSelectedIndex());
    }

    private void about(String key) {
        Notice about = new Notice("framingAbout", null, Token.MUTED, TEXT_WIDTH);
        about.say(words.of(key));
        getAccessibleContext().setAccessibleName(words.of(key));
        add(about, "span");
    }

    private void addTheField(String name, String key, String value) {
        field.setName(name);
        field.setText(value);
        add(controls.label(key, field));
        add(field, "h 28!");
    }

    private <T> PlainComboBox<T> addChoice(
            String name, String key, List<T> choices, Function<T, String> print, T chosen) {
        PlainComboBox<T> box = enterApplies(controls.box(name, key, print, choices)); // else Enter chooses
        box.setToolTipText(null);
        box.setSelectedItem(chosen);
        PlainLabel label = controls.label(key, box);
        add(label);
        add(box, "h 28!");
        return box;
    }

    @Override
    protected void apply() throws Problem {
        try {
            apply.accept(fields.read());
        } catch (Problem problem) {
            throw mark(problem, field);
        }
    }

    private void typed() {
        clearProblem();
        warning.say(mayCutCharacters() ? words.of("ui.framing.delimiter.cuts") : "");
        fit();
    }

    private boolean mayCutCharacters() {
        try {
            return fields.read() instanceof DelimiterFraming delimiter && delimiter.mayCutCharacters();
        } catch (Problem e) {
            return false; // not typed to its end yet
        }
    }
}
