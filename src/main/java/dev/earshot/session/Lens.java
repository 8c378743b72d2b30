package dev.earshot.session;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.EncodingEvidence;
import dev.earshot.codec.TextDecoder;
import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import java.util.function.IntFunction;

/** How bytes become text: one encoding for all, or each client's own. Changes nothing that is stored or sent. */
public final class Lens {
    private final Encoding fixed;
    private final IntFunction<Encoding> ofPeer;

    /**
     * A lens.
     *
     * @param fixed the encoding of everything, or null for each client's own
     * @param ofPeer the encoding that a peer was seen to speak, by its number
     */
    public Lens(Encoding fixed, IntFunction<Encoding> ofPeer) {
        this.fixed = fixed;
        this.ofPeer = ofPeer;
    }

    /** The encoding of everything, or null for each client's own. */
    public Encoding fixed() {
        return fixed;
    }

    /**
     * The encoding in which this row is read. What we sent may be in another encoding than the client's own, and then
     * says so itself.
     */
    public Encoding encoding(Row row) {
        return encoding(row.kind(), row.peerId(), row.bytes(), 0, row.bytes().length);
    }

    /** The same for a message that is no row yet. */
    Encoding encoding(Row.Kind kind, int peer, byte[] bytes, int offset, int length) {
        if (fixed == null && kind == Row.Kind.SENT) {
            EncodingEvidence own = new EncodingEvidence();
            own.vote(bytes, offset, length);
            return own.decided() ? own.verdict() : encoding(peer);
        }
        return encoding(peer);
    }

    /** The encoding in which this peer is read. */
    public Encoding encoding(int peer) {
        return fixed != null ? fixed : ofPeer.apply(peer);
    }

    /** The row's bytes as one line of text without its line ending, control and bidi characters made visible. */
    public String text(Row row) {
        byte[] bytes = row.bytes();
        return VisibleText.of(TextDecoder.decode(encoding(row), bytes, 0, withoutEnding(row)));
    }

    /** How many of the row's bytes are not its line ending (LF or CR LF). */
    public static int withoutEnding(Row row) {
        byte[] bytes = row.bytes();
        int length = bytes.length;
        if (length == row.length() && length > 0 && bytes[length - 1] == '\n') {
            length--;
            if (length > 0 && bytes[length - 1] == '\r') {
                length--;
            }
        }
        return length;
    }
}
