package dev.earshot.ui.send;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Envelope;
import dev.earshot.codec.Envelope.Header;
import dev.earshot.codec.Envelope.Trailer;
import dev.earshot.codec.Nickname;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.session.words.Words;
import dev.earshot.ui.framing.FramingWords;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Notice;
import dev.earshot.ui.parts.PopoverPanel;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainCheckBox;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainTextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;

/** A form for the rarely used settings of a message. Every change takes effect at once. */
final class ExtrasForm extends PopoverPanel {
    private static final int TEXT_WIDTH = 300;

    /** Takes every change. */
    interface Listener {
        void take(ExtraSettings extras);
    }

    private final transient Words words;
    private final transient Controls controls;
    private final transient Listener listener;
    private final PlainCheckBox escapes = new PlainCheckBox();
    private final PlainTextField nick = new PlainTextField();
    private final PlainTextField nickFormat = new PlainTextField();
    private final ChecksumBox checksum;
    private final PlainComboBox<Boolean> little;
    private final PlainComboBox<Boolean> digits;
    private final PlainComboBox<Boolean> last;
    private final PlainComboBox<Integer> size;
    private final PlainComboBox<Boolean> lengthLittle;
    private final PlainComboBox<Boolean> whole;
    private final Notice order = new Notice("extrasOrder", null, Token.MUTED, TEXT_WIDTH);
    private boolean filling = true;

    /** @param named whether a nickname is one of the settings */
    ExtrasForm(Words words, TextForm form, ExtraSettings before, boolean named, Listener listener) {
        super("extrasForm", new MigLayout("insets 0, gap 8, wrap 2", "[][grow, fill]"));
        this.words = words;
        this.controls = new Controls(words);
        this.listener = listener;
        getAccessibleContext().setAccessibleName(words.of("ui.extras"));
        escapes.setName("sendEscapesBox");
        escapes.setText(words.of("ui.escapes"));
        escapes.setToolTipText(words.of("ui.escapes.tip"));
        escapes.setOpaque(false);
        escapes.setSelected(before.escapes());
        escapes.setEnabled(form == TextForm.TEXT);
        escapes.addActionListener(e -> tell());
        add(escapes, "span, h 28!");
        nick.setText(before.nickname().name());
        nickFormat.setText(before.nickname().format());
        if (named) {
            add("extrasNickField", "ui.nick", nick, form);
            add("extrasNickFormatField", "ui.nick.format", nickFormat, form);
        }
        checksum = new ChecksumBox(words, this::tell);
        add(controls.label("ui.extras.checksum", checksum));
        add(checksum, "h 28!, w 100");
        little = box("extrasOrderBox", "ui.extras.order", List.of(false, true), this::printOrder);
        digits = box("extrasDigitsBox", "ui.extras.digits", List.of(false, true), b -> yesNo("ui.extras.digits.", b));
        last = box("extrasPlaceBox", "ui.extras.place", List.of(false, true), b -> yesNo("ui.extras.place.", b));
        size = box("extrasLengthBox", "ui.extras.length", List.of(0, 1, 2, 4), this::printSize);
        lengthLittle = box("extrasLengthOrderBox", "ui.extras.length.order", List.of(false, true), this::printOrder);
        whole = box("extrasCountsBox", "ui.extras.counts", List.of(false, true), b -> FramingWords.counts(words, b));
        add(order, "span");
        show(before.envelope());
        filling = false;
    }

    @Override
    protected JComponent first() {
        return escapes.isEnabled() ? escapes : checksum;
    }

    private void show(Envelope before) {
        checksum.setSelectedItem(Optional.ofNullable(before.trailer().checksum()));
        little.setSelectedItem(before.trailer().littleEndian());
        digits.setSelectedItem(before.trailer().asHexDigits());
        last.setSelectedItem(before.trailer().last());
        size.setSelectedItem(before.header().size());
        lengthLittle.setSelectedItem(before.header().littleEndian());
        whole.setSelectedItem(before.header().countsItself());
        checksum.addActionListener(e -> usual());
        refresh();
    }

    /** Chooses the usual byte order of another checksum. */
    private void usual() {
        if (!filling) {
            filling = true;
            checksum.checksum().ifPresent(c -> little.setSelectedItem(c.usuallyLittle()));
            filling = false;
            tell();
        }
    }

    private void tell() {
        if (!filling) {
            refresh();
            listener.take(new ExtraSettings(escapes.isSelected(), envelope(), nickname()));
        }
    }

    /** Adds a field that only applies to text. */
    private void add(String name, String key, PlainTextField field, TextForm form) {
        field.setName(name);
        field.setEnabled(form == TextForm.TEXT);
        field.setToolTipText(words.of(key + ".tip"));
        field.getDocument().addDocumentListener(TextEdits.listener(this::tell));
        add(controls.label(key, field));
        add(field, "h 28!, w 100");
    }

    private Nickname nickname() {
        return new Nickname(nick.getText(), nickFormat.getText());
    }

    private Envelope envelope() {
        Trailer trailer = checksum.checksum()
                .map(c -> new Trailer(c, c.size() > 1 && chosen(little), chosen(digits), chosen(last)))
                .orElse(Trailer.NONE);
        Header header = chosen(size) == 0
                ? Header.NONE
                : new Header(chosen(size), chosen(size) > 1 && chosen(lengthLittle), chosen(whole));
        return new Envelope(header, trailer);
    }

    private void refresh() {
        boolean sum = checksum.checksum().isPresent();
        little.setEnabled(checksum.checksum().map(c -> c.size() > 1).orElse(false));
        digits.setEnabled(sum);
        last.setEnabled(sum);
        whole.setEnabled(chosen(size) > 0);
        lengthLittle.setEnabled(chosen(size) > 1);
        nickFormat.putClientProperty(FlatClientProperties.OUTLINE, nickname().isValid() ? null : "error");
        order.say(about());
        setSize(getPreferredSize());
    }

    private String about() {
        try {
            nickname().check();
            checksum.check();
            return words.of(order());
        } catch (Problem problem) {
            return words.of(problem);
        }
    }

    private String order() {
        boolean sum = checksum.checksum().isPresent();
        boolean length = chosen(size) > 0;
        if (sum && length) {
            return chosen(last) ? "ui.extras.about.both.last" : "ui.extras.about.both";
        } else if (sum) {
            return chosen(last) ? "ui.extras.about.sum.last" : "ui.extras.about.sum";
        }
        String plain = nickname().isNone() || !nick.isEnabled() ? "ui.extras.about.none" : "ui.nick.about";
        return length ? "ui.extras.about.length" : plain;
    }

    private <T> PlainComboBox<T> box(String name, String key, List<T> choices, Function<T, String> print) {
        PlainComboBox<T> box = controls.box(name, key, print, choices);
        box.setToolTipText(null);
        PlainLabel label = controls.label(key, box);
        add(label);
        add(box, "h 28!");
        box.addActionListener(e -> tell());
        return box;
    }

    private static <T> T chosen(PlainComboBox<T> box) {
        return box.getItemAt(box.getSelectedIndex());
    }

    private String printSize(int bytes) {
        return bytes == 0 ? words.of("ui.extras.none") : words.of("ui.bytes", bytes);
    }

    private String printOrder(boolean low) {
        return yesNo("ui.extras.order.", low);
    }

    private String yesNo(String key, boolean second) {
        return words.of(key + (second ? "b" : "a"));
    }
}
