package dev.earshot.codec.framing;

import java.util.Locale;

/** The form of the number in a length field: bytes in one of two orders, or digits in ASCII or two in a byte. */
public enum LengthForm {
    /** The most significant byte first. */
    BIG_ENDIAN("be"),
    /** The least significant byte first. */
    LITTLE_ENDIAN("le"),
    /** One decimal digit in each byte, the field filled with zeros. */
    DECIMAL("decimal"),
    /** One hex digit in each byte, in any case. */
    HEX("hex"),
    /** Two decimal digits in each byte, the most significant first. */
    BCD("bcd");

    /** The value of a byte that is no digit. */
    static final int NO_DIGIT = -1;

    private final String typed;

    LengthForm(String typed) {
        this.typed = typed;
    }

    /** Finds the form that is typed so, in any case; null if there is none. */
    static LengthForm parse(String typed) {
        for (LengthForm form : values()) {
            if (form.typed.equals(typed.toLowerCase(Locale.ROOT))) {
                return form;
            }
        }
        return null;
    }

    /** Whether every byte can be a part of the number. */
    boolean takesAnyByte() {
        return this == BIG_ENDIAN || this == LITTLE_ENDIAN;
    }

    /** Whether each byte is a digit. */
    boolean isDigits() {
        return this == DECIMAL || this == HEX;
    }

    /** Returns how many times as much a byte counts as the next one. */
    int base() {
        return switch (this) {
            case DECIMAL -> 10;
            case HEX -> 16;
            case BCD -> 100;
            default -> 256;
        };
    }

    /** Returns the number that one byte stands for, or {@link #NO_DIGIT}. */
    int value(byte b) {
        if (this == BCD) {
            boolean isNumber = (b & 0x0F) < 10 && (b & 0xF0) < 0xA0;
            return isNumber ? (b >> 4 & 0x0F) * 10 + (b & 0x0F) : NO_DIGIT;
        }
        return isDigits() ? Character.digit(b, base()) : b & 0xFF;
    }

    /** Returns the form as it is typed. */
    @Override
    public String toString() {
        return typed;
    }
}
