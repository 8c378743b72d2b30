package dev.earshot.session.view;

import dev.earshot.fields.FieldInput;
import dev.earshot.fields.FieldReading;
import dev.earshot.fields.FieldValue;
import dev.earshot.fields.MessageLayout;
import java.util.Optional;

/**
 * The bytes of a message that a person has marked to describe them as a field, without the escapes of the framing.
 *
 * @param message the message
 * @param from index of the first byte, from the start of the message
 * @param to index behind the last one
 * @param layout the name of the layout by which the message is read; empty if there is none
 * @param before the name of the field that ends where the part begins; empty if there is none
 */
public record MarkedPart(FieldInput message, int from, int to, String layout, String before) {

    /**
     * Takes a part of a message.
     *
     * @param from index of the first byte in the message as it came
     * @param to index behind the last one
     */
    public static MarkedPart of(DecodedRow row, int from, int to) {
        int[] places = row.placesOfFields();
        FieldInput whole = row.fieldInput();
        FieldInput input = places == null
                ? whole
                : FieldInput.of(row.unescaped().orElse(row).bytes(), whole.encoding(), whole.fromClient());
        int first = places == null ? from : index(places, from);
        int end = places == null ? to : Math.max(first + 1, index(places, to));
        Optional<FieldReading> reading = row.fields().filter(fields -> fields.source() instanceof MessageLayout);
        return new MarkedPart(
                input,
                Math.min(first, input.length()),
                Math.min(end, input.length()),
                reading.map(fields -> fields.source().name()).orElse(""),
                reading.map(fields -> endingAt(fields, first)).orElse(""));
    }

    private static int index(int[] places, int place) {
        int index = 0;
        while (index < places.length - 1 && places[index] < place) {
            index++;
        }
        return index;
    }

    private static String endingAt(FieldReading fields, int index) {
        for (int i = 0; i < fields.size(); i++) {
            FieldValue value = fields.get(i);
            if (value.depth() == 0 && value.to() == index && !value.name().isEmpty()) {
                return value.name();
            }
        }
        return "";
    }
}
