package dev.earshot.ui.log;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Framing;
import dev.earshot.codec.Problem;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Keys;
import dev.earshot.ui.parts.Notice;
import dev.earshot.ui.parts.PlainButton;
import dev.earshot.ui.parts.PlainComboBox;
import dev.earshot.ui.parts.PlainLabel;
import dev.earshot.ui.parts.PlainTextField;
import dev.earshot.ui.parts.Popover;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Token;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Asks for the parameters of one kind of framing. Lies in a {@link Popover}, which it closes when it is done. */
public final class FramingForm extends JPanel {
    private static final int TEXT_WIDTH = 252;

    /** The framing that the fields describe. */
    private interface Fields {
        Framing read() throws Problem;
    }

    private final transient Words words;
    private final transient Controls controls;
    private final transient Consumer<Framing> apply;
    private final transient Runnable close;
    private final transient Fields fields;
    private final PlainTextField field = new PlainTextField(); // every kind has just one that can be wrong
    private final Notice warning = new Notice("framingWarning", "dot", Token.WARN, TEXT_WIDTH);
    private final Notice failure = new Notice("framingProblem", "reset", Token.ERROR, TEXT_WIDTH);

    /**
     * @param proposed what the fields hold at first
     * @param apply is told what the person has agreed to
     * @param close takes the form away
     */
    public FramingForm(Words words, Framing proposed, Consumer<Framing> apply, Runnable close) {
        super(new MigLayout("insets 0, gap 8, hidemode 3, wrap 2", "[][grow, fill]"));
        this.words = words;
        this.controls = new Controls(words);
        this.apply = apply;
        this.close = close;
        setName("framingForm");
        fields = fieldsOf(proposed);
        add(warning, "span");
        add(failure, "span");
        addButtons();
        field.getDocument().addDocumentListener(TextEdits.listener(this::edited));
        Keys.bind(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, Keys.plain(KeyEvent.VK_ESCAPE), close);
        Keys.bind(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, Keys.plain(KeyEvent.VK_ENTER), this::apply);
        edited();
    }

    /** Whether this kind of framing has parameters. */
    public static boolean wantedFor(Framing framing) {
        return !(framing instanceof Framing.Lines || framing instanceof Framing.Received);
    }

    public void focusFirst() {
        field.requestFocusInWindow();
        field.selectAll();
    }

    private Fields fieldsOf(Framing proposed) {
        if (proposed instanceof Framing.Delimiter delimiter) {
            explain("ui.framing.delimiter.about");
            addField("framingDelimiterField", "ui.framing.bytes", FramingWords.hex(delimiter));
            return () -> Framing.delimiter(field.getText());
        } else if (proposed instanceof Framing.Fixed fixed) {
            explain("ui.framing.fixed.about");
            return number(
                    "framingLengthField", "ui.framing.size", fixed.length(), Framing.MAX_LENGTH, Framing.Fixed::new);
        } else if (proposed instanceof Framing.Silence silence) {
            explain("ui.framing.silence.about");
            return number("framingSilenceField", "ui.framing.millis", silence.millis(), 60_000, Framing.Silence::new);
        }
        explain("ui.framing.length.about");
        return lengthField((Framing.LengthField) proposed);
    }

    private Fields number(String name, String key, int value, int most, IntFunction<Framing> make) {
        addField(name, key, Integer.toString(value));
        return () -> make.apply(Framing.number(field.getText(), 1, most));
    }

    private Fields lengthField(Framing.LengthField at) {
        addField("framingOffsetField", "ui.framing.offset", Integer.toString(at.offset()));
        PlainComboBox<Integer> size =
                addBox("framingSizeBox", "ui.framing.size", List.of(1, 2, 4), n -> n.toString(), at.size());
        PlainComboBox<Boolean> little = addBox(
                "framingOrderBox",
                "ui.framing.order",
                List.of(false, true),
                l -> FramingWords.order(words, l),
                at.little());
        PlainComboBox<Boolean> whole = addBox(
                "framingCountsBox",
                "ui.framing.counts",
                List.of(false, true),
                w -> FramingWords.counts(words, w),
                at.whole());
        return () -> new Framing.LengthField(
                Framing.number(field.getText(), 0, 255), chosen(size), chosen(little), chosen(whole));
    }

    private static <T> T chosen(PlainComboBox<T> box) {
        return box.getItemAt(box.getSelectedIndex());
    }

    private void explain(String key) {
        Notice about = new Notice("framingAbout", null, Token.MUTED, TEXT_WIDTH);
        about.say(words.of(key));
        getAccessibleContext().setAccessibleName(words.of(key));
        add(about, "span");
    }

    private void addField(String name, String key, String value) {
        field.setName(name);
        field.setText(value);
        add(controls.label(key, field));
        add(field, "h 28!");
    }

    private <T> PlainComboBox<T> addBox(String name, String key, List<T> choices, Function<T, String> print, T chosen) {
        PlainComboBox<T> box = controls.box(name, key, print, choices);
        box.setToolTipText(null);
        box.setSelectedItem(chosen);
        PlainLabel label = controls.label(key, box);
        add(label);
        add(box, "h 28!");
        Keys.bindWhile(box, () -> !box.isPopupVisible(), Keys.plain(KeyEvent.VK_ENTER), this::apply); // else it chooses
        return box;
    }

    private void addButtons() {
        PlainButton cancel = button("framingCancelButton", "ui.framing.cancel", close);
        PlainButton done = button("framingApplyButton", "ui.framing.apply", this::apply);
        Controls.primary(done, true);
        Keys.bind(cancel, WHEN_FOCUSED, Keys.plain(KeyEvent.VK_ENTER), close);
        add(done, "span, split 2, ax right, h 28!");
        add(cancel, "h 28!");
    }

    private PlainButton button(String name, String key, Runnable command) {
        PlainButton button = new PlainButton(words.of(key));
        button.setName(name);
        button.setMnemonic(words.mnemonic(key));
        button.addActionListener(e -> command.run());
        return button;
    }

    private void apply() {
        try {
            Framing framing = fields.read();
            close.run();
            apply.accept(framing);
        } catch (Problem problem) {
            point(problem);
        }
    }

    private void point(Problem problem) {
        failure.say(words.of(problem));
        field.putClientProperty(FlatClientProperties.OUTLINE, FlatClientProperties.OUTLINE_ERROR);
        field.requestFocusInWindow();
        if (problem.position() >= 0 && problem.position() <= field.getText().length()) {
            field.setCaretPosition(problem.position());
        } else {
            field.selectAll();
        }
        fit();
    }

    private void edited() {
        field.putClientProperty(FlatClientProperties.OUTLINE, null);
        failure.say("");
        warning.say(mayCutCharacters() ? words.of("ui.framing.delimiter.cuts") : "");
        fit();
    }

    private boolean mayCutCharacters() {
        try {
            return fields.read() instanceof Framing.Delimiter delimiter && delimiter.mayCutCharacters();
        } catch (Problem e) {
            return false; // not typed to its end yet
        }
    }

    private void fit() {
        setSize(getPreferredSize());
        revalidate();
    }
}
