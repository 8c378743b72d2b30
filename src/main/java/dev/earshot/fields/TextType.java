package dev.earshot.fields;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.TextDecoder;
import java.util.Locale;

/** A value of any length: characters, digits or bytes. */
enum TextType implements FieldType {
    /** Characters of the field's encoding, else of the message's. */
    TEXT {
        @Override
        public String text(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
            return decode(message, from, to, item);
        }
    },
    /** Characters up to the first byte that is 0. */
    CSTRING {
        @Override
        public String text(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
            int end = from;
            while (end < to && message.bytes()[end] != 0) {
                end++;
            }
            return decode(message, from, end, item);
        }
    },
    /** Bytes that mean nothing else. */
    HEX {
        @Override
        public String text(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
            return Hex.print(message.bytes(), from, to - from);
        }
    },
    /** A decimal number in characters, such as {@code -23.5}; blanks around it do not count. */
    NUMBER {
        @Override
        public void read(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
            double number = FieldNumbers.parse(decode(message, from, to, item));
            set(item, value, number, to > from);
        }

        @Override
        public String text(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
            boolean scaled = value.isNumeric() && !item.scale().isNone();
            return scaled
                    ? FieldNumbers.text(value.number())
                    : decode(message, from, to, item).strip();
        }
    },
    /** A whole number in hex digits, such as the checksum of NMEA 0183. */
    HEXNUMBER {
        @Override
        public void read(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
            String digits = decode(message, from, to, item).strip();
            boolean isNumber = digits.matches("[0-9A-Fa-f]{1,12}");
            set(item, value, isNumber ? Long.parseLong(digits, 16) : Double.NaN, to > from);
        }

        @Override
        public String text(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
            boolean scaled = value.isNumeric() && !item.scale().isNone();
            return scaled
                    ? FieldNumbers.text(value.number())
                    : decode(message, from, to, item).strip();
        }
    },
    /** Decimal digits, two in a byte, the higher half first; F is filler. */
    BCD {
        @Override
        public void read(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
            set(item, value, FieldNumbers.parse(BcdDigits.digits(message.bytes(), from, to)), true);
        }

        @Override
        public String text(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
            boolean scaled = value.isNumeric() && !item.scale().isNone();
            return scaled ? FieldNumbers.text(value.number()) : BcdDigits.digits(message.bytes(), from, to);
        }
    };

    @Override
    public int length(byte[] bytes, int at, int end) {
        return ANY_LENGTH;
    }

    @Override
    public void read(FieldInput message, int from, int to, FieldItem item, FieldValue value) {}

    private static void set(FieldItem item, FieldValue value, double number, boolean needed) {
        if (!Double.isNaN(number)) {
            value.setNumber(item.scale().apply(number), (long) number);
        } else if (needed) {
            value.setWrong();
        }
    }

    private static String decode(FieldInput message, int from, int to, FieldItem item) {
        Encoding encoding = item.encoding() == null ? message.encoding() : item.encoding();
        return TextDecoder.decode(encoding, message.bytes(), from, to - from);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
