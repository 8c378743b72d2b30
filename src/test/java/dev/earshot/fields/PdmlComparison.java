package dev.earshot.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Compares the fields of messages with those that Wireshark sees, by their places and their values. */
final class PdmlComparison {
    /** The bytes of a length that Wireshark counts in with some texts. */
    private static final int LENGTH = 2;

    private final Map<String, List<String>> names = new HashMap<>();
    private final Set<String> theirs;
    private final Set<String> ours;

    /**
     * @param table a name of Wireshark's, and ours for it, one or more; a line each
     * @param theirs fields of Wireshark that are no values of the message, or parts of others
     * @param ours our fields that Wireshark does not have
     */
    PdmlComparison(String table, Set<String> theirs, Set<String> ours) {
        table.lines()
                .map(line -> line.strip().split(" +"))
                .forEach(line -> names.put(line[0], List.of(line).subList(1, line.length)));
        this.theirs = theirs;
        this.ours = ours;
    }

    /** Demands that both say the same. Returns how many values were compared. */
    int compare(FieldSource layout, List<RelayedConversation.Message> messages, List<Pdml.Message> dissected) {
        assertThat(dissected).hasSameSizeAs(messages);
        int values = 0;
        for (int i = 0; i < messages.size(); i++) {
            byte[] bytes = messages.get(i).bytes();
            assertThat(dissected.get(i).size()).isLessThanOrEqualTo(bytes.length); // that of the first protocol
            assertThat(dissected.get(i).fromClient()).isEqualTo(messages.get(i).fromClient());
            FieldReading reading = new FieldReading();
            assertThat(layout.read(
                            FieldInput.of(bytes, Encoding.UTF_8, messages.get(i).fromClient()), reading))
                    .as(Hex.print(bytes, 0, bytes.length))
                    .isTrue();
            values += compare(bytes, reading, dissected.get(i));
        }
        return values;
    }

    private int compare(byte[] bytes, FieldReading reading, Pdml.Message dissected) {
        String message = Hex.print(bytes, 0, bytes.length) + " " + reading.summary();
        Set<Integer> found = new HashSet<>();
        int values = 0;
        for (Pdml.Field field : dissected.fields()) {
            if (theirs.contains(field.name()) || field.size() == 0) {
                continue;
            }
            assertThat(names).as("%s in %s", field, message).containsKey(field.name());
            int at = find(reading, field, found, field.from());
            if (at < 0 && (isInParts(reading, field, found, 1) || isInParts(reading, field, found, 2))) {
                continue;
            }
            at = at < 0 ? find(reading, field, found, field.from() + LENGTH) : at;
            at = at < 0 && field.value().endsWith("00") ? find(reading, withoutEnd(field), found, field.from()) : at;
            assertThat(at).as("%s in %s: %s", field, message, texts(reading)).isNotNegative();
            found.add(at);
            assertThat(isEqual(reading.get(at), field))
                    .as("%s is %s in %s", field, reading.get(at).text(), message)
                    .isTrue();
            values++;
        }
        for (int i = 0; i < reading.size(); i++) {
            FieldValue value = reading.get(i);
            boolean isKnown = found.contains(i)
                    || ours.contains(value.name())
                    || value.plainText().isEmpty();
            assertThat(isKnown)
                    .as("%s %s alone in %s", value.name(), value.text(), message)
                    .isTrue();
        }
        return values;
    }

    /** Returns a text without the byte 0 that ends it. */
    private static Pdml.Field withoutEnd(Pdml.Field field) {
        return new Pdml.Field(field.name(), field.from(), field.size() - 1, field.show(), field.value());
    }

    /** Returns the index of our field that has not been found yet and begins here; -1 if there is none. */
    private int find(FieldReading reading, Pdml.Field field, Set<Integer> found, int from) {
        for (int i = 0; i < reading.size(); i++) {
            FieldValue value = reading.get(i);
            boolean isThere = value.to() == field.from() + field.size() && value.from() == from;
            if (isThere && !found.contains(i) && names.get(field.name()).contains(value.name())) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a field consists of several fields of ours with so many bytes each, which have its values. */
    private boolean isInParts(FieldReading reading, Pdml.Field field, Set<Integer> found, int size) {
        Set<Integer> parts = new HashSet<>();
        for (int i = 0; i < field.size(); i += size) {
            Pdml.Field part = new Pdml.Field(field.name(), field.from() + i, size, "", "");
            int at = find(reading, part, found, part.from());
            String digits =
                    2 * (i + size) <= field.value().length() ? field.value().substring(2 * i, 2 * (i + size)) : "";
            if (at < 0 || digits.isEmpty() || reading.get(at).raw() != Long.parseLong(digits, 16)) {
                return false;
            }
            parts.add(at);
        }
        found.addAll(parts);
        return true;
    }

    private static boolean isEqual(FieldValue value, Pdml.Field field) {
        String show = switch (field.show()) {
            case "True" -> "1";
            case "False" -> "0";
            case "<Root>" -> ".";
            default -> field.show();
        };
        byte[] text = show.getBytes(StandardCharsets.UTF_8); // bytes that it takes for a text
        return show.equals(value.plainText())
                || isTime(show, value.plainText())
                || field.value().equalsIgnoreCase(value.plainText().replace(" ", ""))
                || Hex.print(text, 0, text.length).equals(value.plainText())
                || show.replace(':', ' ').equalsIgnoreCase(value.plainText())
                || value.isNumeric() && show.matches("-?[0-9]+|0x[0-9a-f]+") && Long.decode(show) == value.raw()
                || show.matches("([0-9a-f]{2}:)*[0-9a-f]{2}") && isBytes(value, show);
    }

    /** Compares a time such as {@code Jan  2, 2024 03:04:10.000000000 UTC} with ours. */
    private static boolean isTime(String show, String time) {
        if (!show.endsWith(" UTC")) {
            return false;
        }
        String pattern = "MMM d, yyyy HH:mm:ss.SSSSSSSSS 'UTC'";
        LocalDateTime theirs =
                LocalDateTime.parse(show.replaceAll(" +", " "), DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
        return theirs.toInstant(ZoneOffset.UTC).toString().equals(time);
    }

    /** Whether Wireshark shows no more than the bytes of our value. */
    private static boolean isBytes(FieldValue value, String show) {
        FieldInput input = value.input();
        return Hex.print(input.bytes(), value.from(), value.to() - value.from())
                .equalsIgnoreCase(show.replace(':', ' '));
    }

    private static List<String> texts(FieldReading reading) {
        List<String> texts = new ArrayList<>();
        Stream.iterate(0, i -> i < reading.size(), i -> i + 1)
                .map(reading::get)
                .forEach(
                        value -> texts.add(value.from() + ".." + value.to() + " " + value.name() + "=" + value.text()));
        return texts;
    }
}
