package dev.earshot.fields;

/** Reads named values from messages of one form. Immutable; any thread. */
public interface FieldSource {

    /** Returns the name of the form, such as {@code modbus-tcp}. */
    String name();

    /**
     * Reads the fields of a message. Never throws: what does not fit is marked in the reading.
     *
     * @param message the message
     * @param reading takes the fields; what it held before is forgotten
     * @return whether the whole message has this form
     */
    boolean read(FieldInput message, FieldReading reading);
}
