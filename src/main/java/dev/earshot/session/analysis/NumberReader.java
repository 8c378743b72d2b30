package dev.earshot.session.analysis;

import dev.earshot.fields.FieldInput;

/** Reads one number from each message. Confined to one thread. */
public interface NumberReader {

    /**
     * Reads a message, and returns whether it has the value.
     *
     * @throws dev.earshot.codec.RegularExpression.TooLongException if that takes too long
     */
    boolean read(FieldInput message);

    /** Returns the number of the message that was read last; not a number (NaN) where the value is none. */
    double number();
}
