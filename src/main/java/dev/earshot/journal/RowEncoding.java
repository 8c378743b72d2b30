package dev.earshot.journal;

import dev.earshot.codec.Encoding;

/** Chooses the encoding in which a message is read. Any thread. */
public interface RowEncoding {

    /**
     * Returns the encoding of a message.
     *
     * @param bytes hold the message, from {@code offset} on
     */
    Encoding of(Row.Kind kind, int peer, byte[] bytes, int offset, int length);
}
