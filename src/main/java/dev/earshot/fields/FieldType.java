package dev.earshot.fields;

/**
 * Reads the value of a field from its bytes. Its {@code toString} is its name in a description. Immutable; any thread.
 */
interface FieldType {
    /** The length of a type that does not say it. */
    int ANY_LENGTH = 0;

    /** The length where the bytes end before it can be known. */
    int INCOMPLETE = -1;

    /**
     * Returns the length of the value that begins at an index.
     *
     * @param end index behind the last byte that may belong to it
     * @return the number of bytes, {@link #ANY_LENGTH} or {@link #INCOMPLETE}
     */
    int length(byte[] bytes, int at, int end);

    /** Reads the value into a field, whose bytes are all there. */
    void read(FieldInput message, int from, int to, FieldItem item, FieldValue value);

    /** Returns the value in digits or characters. */
    String text(FieldInput message, int from, int to, FieldItem item, FieldValue value);
}
