package dev.earshot.session.view;

import dev.earshot.codec.VisibleText;
import dev.earshot.fields.FieldReading;
import dev.earshot.fields.FieldValue;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.session.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Completes the detail of a response of Modbus-TCP with what only its request says: the addresses, and how many bits
 * there are. The request is the latest earlier message of the same connection with the same transaction, unit and
 * function (MODBUS Messaging on TCP/IP Implementation Guide V1.0b, section 3.1.3; Application Protocol V1.1b3, sections
 * 6.1 to 6.4).
 */
public final class ModbusAnswer {
    /** The number of rows before the response in which the request is looked for. */
    static final int MOST_ROWS = 200;

    private static final int REQUEST_BYTES = 12;
    private static final int FUNCTION_AT = 7;
    private static final int START_AT = 8;
    private static final int COUNT_AT = 10;
    private static final int MOST_READ_FUNCTION = 4;
    private static final int MOST_BIT_FUNCTION = 2;

    private final Row request;
    private final FieldReading fields;
    private final Words words;
    private final int start;
    private final int count;
    private final boolean isBits;

    private ModbusAnswer(Row request, FieldReading fields, Words words) {
        this.request = request;
        this.fields = fields;
        this.words = words;
        start = number(request.bytes(), START_AT);
        count = number(request.bytes(), COUNT_AT);
        isBits = request.bytes()[FUNCTION_AT] <= MOST_BIT_FUNCTION;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    /**
     * Returns the detail of a message with what its request says; the same detail for any other message. Reads up to
     * 200 rows; never on the EDT.
     *
     * @throws IOException if a row cannot be read
     */
    public static MessageDetail complete(MessageDetail detail, DecodedRow message, RowReader rows, Words words)
            throws IOException {
        FieldReading fields = message.fields().orElse(null);
        if (fields == null || detail.fields().isEmpty() || !isResponse(fields, message)) {
            return detail;
        }
        Row request = findRequest(message.row(), rows);
        if (request == null) {
            return detail;
        }
        ModbusAnswer answer = new ModbusAnswer(request, fields, words);
        return answer.hasRightSize() ? answer.in(detail, message) : detail;
    }

    private static boolean isResponse(FieldReading fields, DecodedRow message) {
        FieldValue transaction = fields.find("transaction");
        FieldValue function = fields.find("function");
        return transaction != null
                && function != null
                && transaction.from() == 0
                && function.from() == FUNCTION_AT
                && function.number() >= 1
                && function.number() <= MOST_READ_FUNCTION
                && fields.find("byteCount") != null
                && !message.fieldInput().fromClient();
    }

    private static Row findRequest(Row response, RowReader rows) throws IOException {
        long last = Math.max(rows.oldestRow(), response.number() - MOST_ROWS);
        for (long number = response.number() - 1; number >= last; number--) {
            Row row = rows.read(number, REQUEST_BYTES);
            boolean isOpposite = row.kind() != Row.Kind.EVENT && row.kind() != response.kind();
            if (isOpposite && row.peerId() == response.peerId() && isRequest(row, response.bytes())) {
                return row;
            }
        }
        return null;
    }

    private static boolean isRequest(Row row, byte[] response) {
        byte[] bytes = row.bytes();
        return row.length() == REQUEST_BYTES
                && number(bytes, 0) == number(response, 0)
                && number(bytes, FUNCTION_AT - 1) == number(response, FUNCTION_AT - 1);
    }

    private boolean hasRightSize() {
        return fields.find("byteCount").number() == (isBits ? (count + 7) / 8 : 2 * count);
    }

    private MessageDetail in(MessageDetail detail, DecodedRow message) {
        List<FieldNode> parts = new ArrayList<>();
        String row = words.of("row.modbus.request.row", asked(), request.number() + 1);
        parts.add(FieldNode.leaf(words.of("row.modbus.request"), row, -1, -1));
        parts.addAll(isBits ? withoutPadding(detail.fields(), new int[1]) : detail.fields());
        String text = message.isLegible() ? detail.text() : asked() + " -> " + values();
        return new MessageDetail(
                detail.facts(), text, message.isLegible() ? detail.hits() : DecodedRow.NO_HITS, List.copyOf(parts));
    }

    /** Returns what the request asks for, {@code Read coils 100..101}. */
    private String asked() {
        FieldValue function = fields.find("function");
        String name = function.word() == null ? function.plainText() : function.word();
        return VisibleText.of(name) + " " + start + (count > 1 ? ".." + (start + count - 1) : "");
    }

    private String values() {
        List<String> values = new ArrayList<>();
        String name = isBits ? "coil" : "register";
        for (int at = fields.indexOf(name, 0); at >= 0 && values.size() < count; at = fields.indexOf(name, at + 1)) {
            values.add(fields.get(at).plainText());
        }
        return String.join(", ", values);
    }

    /** Returns the parts without the bits behind the last one that was asked for. */
    private List<FieldNode> withoutPadding(List<FieldNode> parts, int[] coils) {
        List<FieldNode> kept = new ArrayList<>();
        for (FieldNode part : parts) {
            boolean isCoil = part.name().equals("coil");
            if (!isCoil || coils[0]++ < count) {
                kept.add(new FieldNode(
                        part.name(),
                        part.value(),
                        part.from(),
                        part.to(),
                        part.wrong(),
                        withoutPadding(part.parts(), coils)));
            }
        }
        return List.copyOf(kept);
    }
}
