package dev.earshot.session.analysis;

import dev.earshot.fields.FieldInput;
import dev.earshot.fields.FieldSource;
import java.util.function.Supplier;

/** Reads one number from each message, for a plot. Confined to one thread. */
public interface NumberReader {

    /**
     * Reads a message, and returns whether it has the value.
     *
     * @param form returns the source of the fields of such messages
     * @throws dev.earshot.codec.RegularExpression.TooLongException if that takes too long
     */
    boolean read(FieldInput message, Supplier<FieldSource> form);

    /** Returns the number of the message that was read last; not a number (NaN) where the value is none. */
    double number();
}
