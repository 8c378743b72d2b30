package dev.earshot.fields.edit;

import dev.earshot.codec.Checksum;
import dev.earshot.codec.Problem;
import dev.earshot.fields.ByteOrder;
import dev.earshot.fields.FieldInput;
import dev.earshot.fields.FieldReading;
import dev.earshot.fields.FieldValue;
import dev.earshot.fields.LayoutFile;
import dev.earshot.fields.MessageLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Proposes types and checksums for some bytes of a message, each with the value that the bytes have then. */
public final class FieldProposals {
    private static final int MOST_STARTS = 4;

    private FieldProposals() {}

    /**
     * A way to read some bytes.
     *
     * @param field the field, with its name and place
     * @param value the value; it may hold control characters
     */
    public record Proposal(EditedField field, String value) {
        /** Returns the name of the type. */
        public String type() {
            return field.get("type");
        }

        /** Returns the byte order; {@code big} if the type has none. */
        public String order() {
            return field.get("order").isEmpty() ? "big" : field.get("order");
        }

        /** Returns the checksum that the bytes are; empty if they are none. */
        public String checksum() {
            return field.get("checksum");
        }
    }

    /**
     * Returns all types that take up just these bytes, each with its byte orders and their values.
     *
     * @param from index of the first byte, from the start of the message
     * @param to index behind the last one
     */
    public static List<Proposal> types(FieldInput message, int from, int to) {
        List<Proposal> proposals = new ArrayList<>();
        for (String type : LayoutFile.types()) {
            EditedField field = EditedField.of("x", type).with("at", from);
            Proposal plain = read(field, message, from, to);
            if (plain == null) {
                plain = read(field.with("length", to - from), message, from, to);
            }
            if (plain != null) {
                proposals.add(plain);
                for (ByteOrder order : otherOrders(type, to - from)) {
                    String name = order.name().toLowerCase(Locale.ROOT);
                    proposals.add(read(plain.field().with("order", name), message, from, to));
                }
            }
        }
        return List.copyOf(proposals);
    }

    /** Whether bytes of a type can stand in several orders. */
    public static boolean hasOrder(String type) {
        return type.matches("[uif](16|24|32|40|48|56|64)|unix[0-9]+(ms)?");
    }

    /** Returns the byte order of the last number of a layout that has one; empty if there is none. */
    public static String order(EditedLayout layout) {
        String last = "";
        for (EditedField field : layout.fields()) {
            if (hasOrder(field.get("type")) && field.get("checksum").isEmpty()) {
                String own = field.get("order").isEmpty() ? layout.get("order") : field.get("order");
                last = own.isEmpty() ? "big" : own;
            }
        }
        return last;
    }

    private static List<ByteOrder> otherOrders(String type, int bytes) {
        if (!hasOrder(type)) {
            return List.of();
        }
        return bytes % 4 == 0 ? List.of(ByteOrder.LITTLE, ByteOrder.CDAB, ByteOrder.BADC) : List.of(ByteOrder.LITTLE);
    }

    /** Returns the value of these bytes as such a field, whatever its condition; null if it does not fit them. */
    public static Proposal read(EditedField field, FieldInput message, int from, int to) {
        try {
            FieldReading reading = new FieldReading();
            EditedField always = field.without(List.of("when", "checksum", "over", "skip", "group"))
                    .with("name", "x")
                    .with("at", from);
            layout(always).read(message, reading);
            FieldValue value = reading.find("x");
            boolean fits = value != null
                    && value.from() == from
                    && value.to() == to
                    && value.missing() == 0
                    && !value.isWrong();
            return fits ? new Proposal(field, value.text() + unit(value) + bits(reading)) : null;
        } catch (Problem e) {
            return null;
        }
    }

    /** Returns the bits of the number that was read, in brackets; nothing if it has none. */
    private static String bits(FieldReading reading) {
        List<String> bits = new ArrayList<>();
        for (int i = 0; i < reading.size(); i++) {
            FieldValue value = reading.get(i);
            if (value.depth() > 0) {
                bits.add(value.name() + ' ' + value.text());
            }
        }
        return bits.isEmpty() ? "" : " (" + String.join(", ", bits) + ")";
    }

    private static String unit(FieldValue value) {
        return value.unit().isEmpty() ? "" : " " + value.unit();
    }

    private static MessageLayout layout(EditedField field) throws Problem {
        EditedLayout layout = EditedLayout.named("x").withFields(List.of(field));
        return LayoutFile.read(LayoutDocument.EMPTY.with(layout).text(), "").get(0);
    }

    /**
     * Returns the checksums that these bytes are of the bytes before them, in hex digits: from the start of the message
     * on, or without some of its first bytes. Common ones go first.
     */
    public static List<Proposal> checksums(FieldInput message, int from, int to) {
        List<Proposal> proposals = new ArrayList<>();
        for (Checksum checksum : Checksum.all()) {
            if (checksum.size() != to - from || checksum.size() > 1 && isNarrow(checksum)) {
                continue;
            }
            for (int start = 0; start < Math.min(MOST_STARTS, from); start++) {
                long right = checksum.of(message.bytes(), message.start() + start, from - start);
                for (ByteOrder order : checksum.size() == 1 ? List.of(ByteOrder.BIG) : usual(checksum)) {
                    if (isAt(checksum.bytes(right, order == ByteOrder.LITTLE), message, from)) {
                        proposals.add(checksum(checksum, start, order, message, from));
                    }
                }
            }
        }
        return List.copyOf(proposals);
    }

    /** Whether the checksum has fewer bits than its bytes, as no device sends it. */
    private static boolean isNarrow(Checksum checksum) {
        return checksum.label().matches("CRC-(9|1[0-57]|2[0-9]|3[01]|40|82)/.*");
    }

    private static List<ByteOrder> usual(Checksum checksum) {
        return checksum.usuallyLittle()
                ? List.of(ByteOrder.LITTLE, ByteOrder.BIG)
                : List.of(ByteOrder.BIG, ByteOrder.LITTLE);
    }

    private static boolean isAt(byte[] bytes, FieldInput message, int from) {
        for (int i = 0; i < bytes.length; i++) {
            if (message.bytes()[message.start() + from + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static Proposal checksum(Checksum checksum, int start, ByteOrder order, FieldInput message, int from) {
        int size = checksum.size();
        EditedField field = EditedField.of("checksum", "u" + 8 * size)
                .with("at", from + size == message.length() ? -size : from)
                .with("order", order == ByteOrder.BIG ? "" : order.name().toLowerCase(Locale.ROOT))
                .with("checksum", checksum.label())
                .with("over", start == 0 ? "" : start + "..");
        Proposal value = read(field, message, from, from + size);
        return new Proposal(field, value == null ? "" : value.value());
    }
}
