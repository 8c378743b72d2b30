package dev.earshot.fields;

import java.nio.charset.StandardCharsets;

/**
 * The type of fields that are domain names of DNS: labels with a length before each, and pointers to earlier labels
 * (RFC 1035, sections 3.1 and 4.1.4). Pointers count from the beginning of the message, or from a field {@code id}
 * where one was read.
 */
enum DomainNameType implements FieldType {
    DNSNAME;

    private static final int POINTER = 0xC0;
    private static final int MOST_LABELS = 128;

    @Override
    public int length(byte[] bytes, int at, int end) {
        int i = at;
        while (i < end) {
            int length = bytes[i] & 0xFF;
            if (length == 0) {
                return i + 1 - at;
            } else if (length >= POINTER) {
                return i + 2 <= end ? i + 2 - at : INCOMPLETE;
            }
            i += 1 + length;
        }
        return INCOMPLETE;
    }

    @Override
    public void read(FieldInput message, int from, int to, FieldItem item, FieldValue value) {}

    @Override
    public String text(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
        StringBuilder name = new StringBuilder();
        int origin = origin(message, value);
        int at = from;
        for (int labels = 0; labels < MOST_LABELS && at < message.end(); labels++) {
            int length = message.bytes()[at] & 0xFF;
            if (length == 0) {
                break;
            } else if (length >= POINTER) {
                if (at + 1 >= message.end()) {
                    break;
                }
                at = origin + ((length & 0x3F) << 8 | message.bytes()[at + 1] & 0xFF);
            } else {
                int end = Math.min(message.end(), at + 1 + length);
                name.append(name.isEmpty() ? "" : ".");
                name.append(new String(message.bytes(), at + 1, end - at - 1, StandardCharsets.ISO_8859_1));
                at = end;
            }
        }
        return name.isEmpty() ? "." : name.toString();
    }

    private static int origin(FieldInput message, FieldValue value) {
        FieldValue id = value.reading().find("id");
        return message.start() + (id == null ? 0 : id.from());
    }

    @Override
    public String toString() {
        return "dnsname";
    }
}
