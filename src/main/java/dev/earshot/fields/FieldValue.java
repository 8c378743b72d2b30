package dev.earshot.fields;

/**
 * A field that was read from one message: its name, its bytes, its number and its texts. The reading that made it uses
 * it again for the next message. Confined to one thread.
 */
public final class FieldValue {
    private final FieldReading reading;
    private String name;
    private int depth;
    private int from;
    private int to;
    private long raw;
    private double number;
    private boolean numeric;
    private boolean check;
    private long right;
    private boolean wrong;
    private int missing;
    private int previousOfName;
    private FieldText text;
    private String plain;

    /** Makes the texts of a value when somebody wants them. Immutable; any thread. */
    interface FieldText {
        /** Returns the value in digits or characters; empty for a group. */
        String plain(FieldValue value);

        /** Returns the word that the value stands for; null if there is none. */
        default String word(FieldValue value) {
            return null;
        }

        /** Returns the digits of a checksum. */
        default String right(long number) {
            return Long.toUnsignedString(number);
        }

        /** Whether all messages have the same bytes here. */
        default boolean isConstant() {
            return false;
        }

        /** Returns the unit; empty if there is none. */
        default String unit() {
            return "";
        }
    }

    FieldValue(FieldReading reading) {
        this.reading = reading;
    }

    void set(String newName, int newDepth, int newFrom, int newTo, FieldText newText) {
        name = newName;
        depth = newDepth;
        from = newFrom;
        to = newTo;
        text = newText;
        raw = 0;
        number = Double.NaN;
        numeric = false;
        check = false;
        wrong = false;
        missing = 0;
        plain = null;
    }

    /** Gives the field a number, and the whole number from which it was made. */
    void setNumber(double value, long wholeNumber) {
        number = value;
        raw = wholeNumber;
        numeric = true;
    }

    /**
     * Says which checksum would be right.
     *
     * @param known whether the message has the bytes that it is computed from
     */
    void setCheck(boolean known, long rightNumber) {
        check = true;
        right = rightNumber;
        wrong |= !known || rightNumber != raw;
    }

    void setWrong() {
        wrong = true;
    }

    /** Says that the message ends so many bytes before the field does. */
    void setMissing(int bytes) {
        missing = bytes;
        wrong = true;
    }

    void setEnd(int end) {
        to = end;
    }

    /** Returns the whole number as it stands in the bytes, before its scale. */
    long raw() {
        return raw;
    }

    /** Remembers the index of the field before this one that has the same name; -1 for none. */
    void setPreviousOfName(int index) {
        previousOfName = index;
    }

    int previousOfName() {
        return previousOfName;
    }

    FieldReading reading() {
        return reading;
    }

    FieldInput input() {
        return reading.input();
    }

    /** Returns the name of the field; those of a repeated group have the same name. */
    public String name() {
        return name;
    }

    /** Returns the number of groups around the field, from 0. */
    public int depth() {
        return depth;
    }

    /** Returns the index of the field's first byte in the message, or -1 if it has no bytes of its own. */
    public int from() {
        return from;
    }

    /** Returns the index behind the field's last byte in the message, or -1. */
    public int to() {
        return to;
    }

    /** Whether the field has a number; times have one too, in seconds since 1970. */
    public boolean isNumeric() {
        return numeric;
    }

    /** Returns the number, with its scale; not a number (NaN) where the field has none. */
    public double number() {
        return number;
    }

    /** Whether the field is a checksum. */
    public boolean isCheck() {
        return check;
    }

    /** Returns the checksum that would be right, in the digits in which the field's value is shown. */
    public String right() {
        return text.right(right);
    }

    /** Whether the bytes contradict the description: a wrong checksum, or a text that is no number. */
    public boolean isWrong() {
        return wrong;
    }

    /** Whether it says nothing about this message: fixed bytes and checksums, if they are right. */
    boolean isAsExpected() {
        return !wrong && (check || text.isConstant());
    }

    /** Returns how many bytes of the field the message lacks. */
    public int missing() {
        return missing;
    }

    /**
     * Returns the value in digits or characters, without its unit; empty for a group. It may hold control characters.
     */
    public String plainText() {
        if (plain == null) {
            plain = missing > 0 ? "" : text.plain(this);
        }
        return plain;
    }

    /** Returns the word that the value stands for, such as the name of a function; null if there is none. */
    public String word() {
        return missing > 0 ? null : text.word(this);
    }

    /** Returns the unit of the number; often empty. */
    public String unit() {
        return text.unit();
    }

    /** Returns the value with the word that it stands for behind it in brackets. */
    public String text() {
        String word = word();
        return word == null ? plainText() : plainText() + " (" + word + ")";
    }
}
