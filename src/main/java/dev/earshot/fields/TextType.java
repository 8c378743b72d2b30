package dev.earshot.fields;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.TextDecoder;
import java.util.Locale;

/** The types of fields that hold characters, digits or plain bytes. */
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
            double number = FieldNumbers.parse(message, encoding(message, item), from, to);
            set(item, value, number, to > from);
        }

        @Override
        public String text(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
            return isScaled(item, value)
                    ? FieldNumbers.text(value.number())
                    : decode(message, from, to, item).strip();
        }
    },
    /** A whole number in hex digits, such as the checksum of NMEA 0183. */
    HEXNUMBER {
        @Override
        public void read(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
            String digits = decode(message, from, Math.min(to, from + 40), item);
            set(item, value, hexDigits(digits.strip()), to > from);
        }

        @Override
        public String text(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
            return isScaled(item, value)
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
            return isScaled(item, value)
                    ? FieldNumbers.text(value.number())
                    : BcdDigits.digits(message.bytes(), from, to);
        }
    },
    /** The 15 digits of an IMEI in 8 bytes, behind a 0 (GT06). */
    IMEI {
        private static final int BYTES = 8;
        private static final int DIGITS = 15;

        @Override
        public int length(byte[] bytes, int at, int end) {
            return BYTES;
        }

        @Override
        public void read(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
            BCD.read(message, from, to, item, value);
        }

        @Override
        public String text(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
            String digits = BcdDigits.digits(message.bytes(), from, to);
            return digits.length() > DIGITS && digits.charAt(0) == '0' ? digits.substring(1) : digits;
        }
    };

    @Override
    public int length(byte[] bytes, int at, int end) {
        return ANY_LENGTH;
    }

    @Override
    public void read(FieldInput message, int from, int to, FieldItem item, FieldValue value) {}

    /** As many as 64 bits have. */
    private static final int MOST_HEX_DIGITS = 16;

    private static double hexDigits(String digits) {
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 16);
            if (digit < 0 || digits.charAt(i) > 'f') {
                return Double.NaN;
            }
            number = number << 4 | digit;
        }
        double unsigned = number >= 0 ? number : (number >>> 1 | number & 1) * 2.0;
        return digits.isEmpty() || digits.length() > MOST_HEX_DIGITS ? Double.NaN : unsigned;
    }

    private static void set(FieldItem item, FieldValue value, double number, boolean needed) {
        if (!Double.isNaN(number)) {
            value.setNumber(item.scale().apply(number), (long) number);
        } else if (needed) {
            value.setWrong();
        }
    }

    /** Whether the number in the message stands for another one, which is shown instead of its own digits. */
    private static boolean isScaled(FieldItem item, FieldValue value) {
        return value.isNumeric() && !item.scale().isNone();
    }

    private static String decode(FieldInput message, int from, int to, FieldItem item) {
        return TextDecoder.decode(encoding(message, item), message.bytes(), from, to - from);
    }

    private static Encoding encoding(FieldInput message, FieldItem item) {
        return item.encoding() == null ? message.encoding() : item.encoding();
    }

    /** Whether a value is no number, so that words stand for its text. */
    boolean isPlainText() {
        return this == TEXT || this == CSTRING || this == HEX;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
