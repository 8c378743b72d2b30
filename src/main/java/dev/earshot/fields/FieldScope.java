package dev.earshot.fields;

/** The names that a formula can refer to: the fields that were read so far, and facts about the message. */
interface FieldScope {

    /** Returns the fields that were read so far. */
    FieldReading reading();

    /** Whether a field that the message has several times is compared each time, and not only the last one so far. */
    boolean comparesAll();

    /** Returns a fact about the message, such as {@code bytes}; not a number (NaN) if there is none of this name. */
    double fact(String name);

    /** Returns a fact about the message that is a text; null if there is none of this name. */
    default String factText(String name) {
        return null;
    }
}
