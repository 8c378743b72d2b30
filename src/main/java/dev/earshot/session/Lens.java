package dev.earshot.session;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.EncodingEvidence;
import dev.earshot.journal.Row;
import dev.earshot.net.Transport;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The encoding and the transport by which the messages of each peer are shown. Nothing that is stored or sent depends on
 * it. Any thread.
 */
public final class Lens {
    private final Encoding fixed;
    private final IntFunction<Encoding> ofPeer;
    private final IntFunction<Transport> transports;
    private final ChosenEncodings chosen;
    private final Supplier<Set<Encoding>> spoken;

    /**
     * Makes a lens for peers whose transports are not known.
     *
     * @param fixed the encoding of everything, or null for each client's own
     * @param ofPeer the encoding that a peer was seen to speak, by its number
     */
    public Lens(Encoding fixed, IntFunction<Encoding> ofPeer) {
        this(fixed, ofPeer, peer -> null);
    }

    /**
     * @param fixed the encoding of everything, or null for each client's own
     * @param ofPeer the encoding that a peer was seen to speak, by its number
     * @param transports the transport of a peer, by its number, or null where that is not known
     */
    public Lens(Encoding fixed, IntFunction<Encoding> ofPeer, IntFunction<Transport> transports) {
        this(fixed, ofPeer, transports, new ChosenEncodings(), Set::of);
    }

    /**
     * @param chosen the encodings that were chosen for single peers, which go before {@code fixed}
     * @param spoken the encodings that any peers were seen to speak
     */
    Lens(
            Encoding fixed,
            IntFunction<Encoding> ofPeer,
            IntFunction<Transport> transports,
            ChosenEncodings chosen,
            Supplier<Set<Encoding>> spoken) {
        this.fixed = fixed;
        this.ofPeer = ofPeer;
        this.transports = transports;
        this.chosen = chosen;
        this.spoken = spoken;
    }

    /** The encodings in which any message may be read, so that a text is searched in each of them. */
    public Set<Encoding> searched() {
        Set<Encoding> all = new LinkedHashSet<>();
        if (fixed != null) {
            all.add(fixed);
        } else {
            all.add(Encoding.UTF_8);
            all.add(Encoding.GBK);
            all.addAll(spoken.get());
        }
        all.addAll(chosen.all());
        return all;
    }

    /**
     * The encoding in which this row is read. A message that we sent may be in another encoding than the client's own;
     * its bytes decide then.
     */
    public Encoding encoding(Row row) {
        return encoding(row.kind(), row.peerId(), row.bytes(), 0, row.bytes().length);
    }

    /** The encoding in which the bytes of a message are read that is not a row yet. */
    Encoding encoding(Row.Kind kind, int peer, byte[] bytes, int offset, int length) {
        if (fixed == null && kind == Row.Kind.SENT && chosen.of(peer) == null) {
            EncodingEvidence own = new EncodingEvidence();
            own.vote(bytes, offset, length);
            return own.isDecided() ? own.verdict() : encoding(peer);
        }
        return encoding(peer);
    }

    /** The encoding in which messages of this peer are read. */
    public Encoding encoding(int peer) {
        Encoding own = chosen.of(peer);
        return own != null ? own : fixed != null ? fixed : ofPeer.apply(peer);
    }

    /** The transport of this peer, or null where it is not known any more. */
    public Transport transport(int peer) {
        return transports.apply(peer);
    }
}
