package dev.earshot.journal.search;

import dev.earshot.codec.Encoding;
import dev.earshot.fields.FieldSource;
import dev.earshot.journal.Row;
import dev.earshot.net.Peer;
import java.util.Collection;

/** Chooses the encoding and the fields by which the bytes of a message are read. Any thread. */
public interface RowLens {

    /** Returns the encodings in which any message may be read. */
    Collection<Encoding> searched();

    /**
     * Returns the encoding of a message.
     *
     * @param bytes hold the message, from {@code offset} on
     */
    Encoding encoding(Row.Kind kind, int peer, byte[] bytes, int offset, int length);

    /** Returns the source of the fields of a peer's messages; null if they have none. */
    default FieldSource fields(Peer peer) {
        return null;
    }
}
