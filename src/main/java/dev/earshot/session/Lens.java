package dev.earshot.session;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.EncodingEvidence;
import dev.earshot.codec.TextDecoder;
import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import dev.earshot.tftp.PacketBytes;
import dev.earshot.tftp.TftpPacket;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * How bytes become text: one encoding for all, or each client's own; packets of TFTP become words. Changes nothing that is
 * stored or sent.
 */
public final class Lens {
    private final Encoding fixed;
    private final IntFunction<Encoding> ofPeer;
    private final IntPredicate tftp;

    /**
     * A lens for peers of which none speaks TFTP.
     *
     * @param fixed the encoding of everything, or null for each client's own
     * @param ofPeer the encoding that a peer was seen to speak, by its number
     */
    public Lens(Encoding fixed, IntFunction<Encoding> ofPeer) {
        this(fixed, ofPeer, peer -> false);
    }

    /** @param tftp whether a peer speaks TFTP, by its number */
    Lens(Encoding fixed, IntFunction<Encoding> ofPeer, IntPredicate tftp) {
        this.fixed = fixed;
        this.ofPeer = ofPeer;
        this.tftp = tftp;
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

    /** Whether the row is a packet of TFTP: its text is words about it, and not its bytes in some encoding. */
    public boolean isTftp(Row row) {
        return row.kind() != Row.Kind.EVENT && tftp.test(row.peerId());
    }

    /** The row as one line of text: its bytes as {@link #text(Row)} shows them, or what packet of TFTP they are. */
    public String text(Row row, Words words) {
        return isTftp(row) ? TftpWords.of(packet(row), words) : text(row);
    }

    /** The row's bytes as one line of text without its line ending, control and bidi characters made visible. */
    public String text(Row row) {
        byte[] bytes = row.bytes();
        return VisibleText.of(TextDecoder.decode(encoding(row), bytes, 0, withoutEnding(row)));
    }

    /** Of a packet that was not read in full, what is missing counts as zeros: its length and its beginning are right. */
    private static TftpPacket packet(Row row) {
        byte[] bytes = row.bytes().length < row.length() ? Arrays.copyOf(row.bytes(), row.length()) : row.bytes();
        return PacketBytes.read(bytes, 0, bytes.length);
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
