package dev.earshot.ui.fields;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.fields.FieldInput;
import dev.earshot.fields.edit.EditedField;
import dev.earshot.fields.edit.EditedLayout;
import dev.earshot.fields.edit.FieldProposals;
import dev.earshot.fields.edit.FieldProposals.Proposal;
import dev.earshot.session.Session;
import dev.earshot.session.view.MarkedPart;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Encodings;
import dev.earshot.ui.parts.Notice;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainCheckBox;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainTextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;

/** Asks what the marked bytes of a message are: a name, a type with the value that it gives, a scale and a unit. */
final class FieldForm extends LayoutForm {
    private static final int MOST_SHOWN = 16;

    private final transient MarkedPart part;
    private final transient TypeWords types;
    private final PlainTextField name;
    private final PlainComboBox<Proposal> type;
    private final PlainTextField scale;
    private final PlainTextField unit;
    private final PlainTextField meanings;
    private final PlainTextField bits;
    private final PlainComboBox<Optional<Encoding>> encoding;
    private final PlainTextField zone;
    private final PlainComboBox<Place> place;
    private final PlainCheckBox constant;
    private final Notice preview = new Notice("fieldPreview", null, Token.TEXT, TEXT_WIDTH);

    /** The ways to say where a field is. */
    private enum Place {
        START,
        BEHIND,
        END
    }

    FieldForm(Session session, DescribedMessage described, Words words, Consumer<String> say) {
        super("field", session, described, words, say);
        part = described.part();
        types = new TypeWords(words);
        explain("ui.fields.describe", about());
        name = addField("fieldNameField", "ui.fields.name", "", "wmin 200");
        type = addChoice("fieldTypeBox", "ui.fields.type", types::proposal, proposals());
        type.setMaximumRowCount(14);
        scale = field("fieldScaleField", "ui.fields.scale.tip");
        unit = field("fieldUnitField", "ui.fields.unit.tip");
        addPair("ui.fields.scale", scale, "ui.fields.unit", unit);
        meanings = field("fieldWordsField", "ui.fields.words.tip");
        bits = field("fieldBitsField", "ui.fields.bits.tip");
        addPair("ui.fields.words", meanings, "ui.fields.bits", bits);
        encoding = addChoice("fieldEncodingBox", "ui.fields.encoding", this::encodingName, Encodings.withNone());
        zone = addField("fieldZoneField", "ui.fields.zone", "", "wmin 60");
        hint(meanings, "ui.fields.words.hint");
        hint(bits, "ui.fields.bits.hint");
        hint(zone, "ui.fields.zone.hint");
        add(preview, "skip 1");
        place = addChoice("fieldPlaceBox", "ui.fields.place", this::placeName, places());
        constant = addBox("fieldConstantBox", "ui.fields.constant", false);
        addTarget();
        addButtons("field", "ui.fields.add");
        type.setSelectedItem(usual());
        type.addActionListener(e -> typeChosen());
        encoding.addActionListener(e -> showValue());
        for (PlainTextField typed : List.of(scale, unit, meanings, bits, zone)) {
            typed.getDocument().addDocumentListener(TextEdits.listener(this::showValue));
        }
        typeChosen();
    }

    private void addPair(String key, PlainTextField field, String secondKey, PlainTextField second) {
        add(controls.label(key, field));
        add(field, "split 3, growx, h 28!, wmin 60");
        add(controls.label(secondKey, second));
        add(second, "growx, h 28!, wmin 60");
    }

    private void hint(PlainTextField field, String key) {
        field.putClientProperty("JTextField.placeholderText", words.of(key));
    }

    private String encodingName(Optional<Encoding> one) {
        return one.map(Encoding::label).orElse(words.of("ui.fields.encoding.usual"));
    }

    private String about() {
        FieldInput message = part.message();
        int shown = Math.min(MOST_SHOWN, part.to() - part.from());
        String bytes = Hex.print(message.bytes(), message.start() + part.from(), shown)
                + (shown < part.to() - part.from() ? " ..." : "");
        return words.of("ui.fields.describe.bytes", part.to() - part.from(), part.from(), bytes);
    }

    private List<Proposal> proposals() {
        List<Proposal> all = new ArrayList<>(FieldProposals.types(part.message(), part.from(), part.to()));
        if (isAtEnd()) {
            all.addAll(0, FieldProposals.checksums(part.message(), part.from(), part.to()));
        } else {
            all.addAll(FieldProposals.checksums(part.message(), part.from(), part.to()));
        }
        return all;
    }

    /** Returns the proposal that is chosen at first: the first one, in the byte order of the numbers before. */
    private Proposal usual() {
        Proposal first = proposal();
        EditedLayout before = described.document().named(described.part().layout());
        String order = before == null ? "" : FieldProposals.order(before);
        for (int i = 0; first != null && first.checksum().isEmpty() && i < type.getItemCount(); i++) {
            Proposal other = type.getItemAt(i);
            if (other.type().equals(first.type()) && other.order().equals(order)) {
                return other;
            }
        }
        return first;
    }

    private boolean isAtEnd() {
        return part.to() == part.message().length();
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>(List.of(Place.START));
        if (!part.before().isEmpty()) {
            places.add(Place.BEHIND);
        }
        places.add(Place.END);
        return places;
    }

    private String placeName(Place one) {
        return switch (one) {
            case START -> words.of("ui.fields.place.start", part.from());
            case BEHIND -> words.of("ui.fields.place.behind", VisibleText.of(part.before()));
            case END -> words.of("ui.fields.place.end", part.message().length() - part.from());
        };
    }

    private Proposal proposal() {
        return (Proposal) type.getSelectedItem();
    }

    private void typeChosen() {
        Proposal chosen = proposal();
        boolean isChecksum = chosen != null && !chosen.checksum().isEmpty();
        if (isChecksum && name.getText().isBlank()) {
            name.setText("checksum");
        } else if (!isChecksum && name.getText().equals("checksum")) {
            name.setText("");
        }
        place.setSelectedItem(isChecksum ? Place.END : Place.START);
        ValueKind kind = kind();
        setShown(meanings, kind == ValueKind.WHOLE);
        setShown(bits, kind == ValueKind.WHOLE);
        setShown(encoding, kind == ValueKind.TEXT);
        setShown(zone, kind == ValueKind.TIME);
        showValue();
    }

    private ValueKind kind() {
        return proposal() == null ? ValueKind.OTHER : ValueKind.of(proposal());
    }

    /** Shows the value that the marked bytes have by what is typed. */
    private void showValue() {
        preview.say(value());
        fit();
    }

    private String value() {
        if (proposal() == null) {
            return words.of("ui.fields.value.none");
        }
        EditedField field;
        try {
            field = completed(proposal().field());
        } catch (Problem problem) {
            return words.of(problem);
        }
        Proposal value = read(field);
        return value == null ? mistake(field) : words.of("ui.fields.value", shortened(value.value()));
    }

    private Proposal read(EditedField field) {
        return FieldProposals.read(field, part.message(), part.from(), part.to());
    }

    /** Says which part of a field is wrong. */
    private String mistake(EditedField field) {
        for (String key : List.of("words", "zone")) {
            if (field.json().has(key) && read(field.without(List.of(key))) != null) {
                return words.of("ui.fields." + key + ".none");
            }
        }
        return words.of("ui.fields.value.none");
    }

    private static String shortened(String value) {
        String shown = VisibleText.of(value);
        return shown.length() > 120 ? shown.substring(0, 120) + "..." : shown;
    }

    /** Returns a field with what is typed about its value. */
    private EditedField completed(EditedField field) throws Problem {
        EditedField scaled = field.with("scale", scale.getText().strip())
                .with("unit", unit.getText().strip());
        return switch (kind()) {
            case WHOLE -> scaled.withWords(meanings.getText()).withBits(bits.getText());
            case TEXT ->
                scaled.with(
                        "encoding",
                        ((Optional<?>) encoding.getSelectedItem())
                                .map(Object::toString)
                                .orElse(""));
            case TIME -> scaled.with("zone", zone.getText().strip());
            case OTHER -> scaled;
        };
    }

    @Override
    protected JComponent first() {
        return name;
    }

    @Override
    protected boolean fits(EditedLayout target) {
        return target.get("expression").isEmpty();
    }

    @Override
    protected Addition addition() throws Problem {
        String wanted = name.getText().strip();
        if (wanted.isEmpty()) {
            throw mark(new Problem("problem.fields.unnamed", -1), name);
        }
        EditedField field = described(wanted);
        boolean isBig =
                FieldProposals.hasOrder(field.get("type")) && field.get("order").isEmpty();
        String before = part.before();
        boolean isBehind = place.getSelectedItem() == Place.BEHIND;
        return target -> {
            if (target.fields().stream().anyMatch(one -> one.get("name").equals(wanted))) {
                throw new Problem("problem.fields.field.twice", -1, VisibleText.brief(wanted));
            }
            EditedField ordered = isBig && !target.get("order").isEmpty() ? field.with("order", "big") : field;
            return isBehind ? target.withFieldBehind(before, ordered) : target.withField(ordered);
        };
    }

    private EditedField described(String wanted) throws Problem {
        FieldInput message = part.message();
        EditedField field;
        try {
            field = completed(proposal().field()).with("name", wanted);
        } catch (Problem problem) {
            throw mark(problem, bits);
        }
        if (constant.isSelected()) {
            int start = message.start() + part.from();
            field = field.with("is", Hex.print(message.bytes(), start, part.to() - part.from()));
        }
        return switch ((Place) place.getSelectedItem()) {
            case START -> field.with("at", part.from());
            case END -> field.with("at", part.from() - message.length());
            case BEHIND -> field.without(List.of("at"));
        };
    }

    @Override
    protected String done(String layoutName) {
        return words.of("ui.fields.added", VisibleText.of(name.getText().strip()), layoutName);
    }
}
