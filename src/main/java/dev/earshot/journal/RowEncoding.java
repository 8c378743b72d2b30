package dev.earshot.journal;

import dev.earshot.codec.Encoding;

/** Says in which encoding a message is read. Any thread. */
public interface RowEncoding {

    /** @param bytes hold the message, from {@code offset} on */
    Encoding of(Row.Kind kind, int peer, byte[] bytes, int offset, int length);
}
