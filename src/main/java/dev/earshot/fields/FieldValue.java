package dev.earshot.fields;

/**
 * A field of one message. The reading that made it uses it again for the next message. Confined to one thread.
 */
public final class FieldValue {
    private String name;
    private int depth;
    private int from;
    private int to;
    private double number;
    private boolean numeric;
    private boolean wrong;
    private FieldText text;
    private String shown;

    /** Makes the text of a value when somebody wants it. Never null. */
    interface FieldText {
        String of(FieldValue value);
    }

    FieldValue() {}

    void set(String newName, int newDepth, int newFrom, int newTo, FieldText newText) {
        name = newName;
        depth = newDepth;
        from = newFrom;
        to = newTo;
        text = newText;
        number = Double.NaN;
        numeric = false;
        wrong = false;
        shown = null;
    }

    void setNumber(double value) {
        number = value;
        numeric = true;
    }

    void setWrong() {
        wrong = true;
    }

    void setEnd(int end) {
        to = end;
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

    /** Whether the bytes contradict the description: a wrong checksum, or a text that is no number. */
    public boolean isWrong() {
        return wrong;
    }

    /** Returns the value as people read it, without its unit; empty for a group. It may hold control characters. */
    public String text() {
        if (shown == null) {
            shown = text.of(this);
        }
        return shown;
    }
}
