package dev.earshot.session;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.EncodingEvidence;
import dev.earshot.codec.framing.Completeness;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.LineFraming;
import dev.earshot.codec.framing.MarksFraming;
import dev.earshot.fields.FieldSource;
import dev.earshot.journal.Row;
import dev.earshot.journal.search.RowLens;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import dev.earshot.session.settings.ViewId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The encoding, the transport, the framing and the view by which the messages of each peer are shown. Nothing that is
 * stored or sent depends on it. Any thread.
 */
public final class Lens implements RowLens {
    private final Encoding fixed;
    private final IntFunction<Encoding> ofPeer;
    private final IntFunction<Transport> transports;
    private final LensChoices choices;
    private final Supplier<Set<Encoding>> spoken;
    private final Framing framing; // null where it is not known

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
        this(fixed, ofPeer, transports, new LensChoices(), Set::of, null);
    }

    /**
     * @param choices with the encodings of single peers, which go before {@code fixed}
     * @param spoken the encodings that any peers were seen to speak
     * @param framing that has cut the messages; null where it is not known
     */
    Lens(
            Encoding fixed,
            IntFunction<Encoding> ofPeer,
            IntFunction<Transport> transports,
            LensChoices choices,
            Supplier<Set<Encoding>> spoken,
            Framing framing) {
        this.fixed = fixed;
        this.ofPeer = ofPeer;
        this.transports = transports;
        this.choices = choices;
        this.spoken = spoken;
        this.framing = framing;
    }

    /** Returns this lens for messages that this framing has cut. */
    public Lens of(Framing cutBy) {
        return new Lens(fixed, ofPeer, transports, choices, spoken, cutBy);
    }

    /** The encodings in which any message may be read, so that a text is searched in each of them. */
    @Override
    public Set<Encoding> searched() {
        Set<Encoding> all = new LinkedHashSet<>();
        if (fixed != null) {
            all.add(fixed);
        } else {
            all.add(Encoding.UTF_8);
            all.add(Encoding.GBK);
            all.addAll(spoken.get());
        }
        all.addAll(choices.encodings().all());
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
    @Override
    public Encoding encoding(Row.Kind kind, int peer, byte[] bytes, int offset, int length) {
        if (fixed == null && kind == Row.Kind.SENT && choices.encodings().of(peer) == null) {
            EncodingEvidence own = new EncodingEvidence();
            own.vote(bytes, offset, length);
            return own.isDecided() ? own.verdict() : encoding(peer);
        }
        return encoding(peer);
    }

    /** The encoding in which messages of this peer are read. */
    public Encoding encoding(int peer) {
        Encoding own = choices.encodings().of(peer);
        return own != null ? own : fixed != null ? fixed : ofPeer.apply(peer);
    }

    /**
     * Returns a framing with the line ends of this peer: those of the encoding that was chosen for it alone, else those
     * of the framing, unless it writes in an encoding that is not compatible with ASCII.
     */
    Framing framing(Framing framing, int peer) {
        Encoding own = choices.encodings().of(peer);
        return own != null ? LineFraming.inEncoding(framing, own) : LineFraming.suiting(framing, encoding(peer));
    }

    /**
     * Returns a message with nothing escaped between its marks, as rules see it.
     *
     * @return nothing if nothing was escaped in it, or it is not whole
     */
    public Optional<byte[]> unescaped(Row row) {
        boolean whole = row.completeness() == Completeness.WHOLE && row.bytes().length == row.length();
        Transport transport = transport(row.peerId());
        if (framing == null || !whole || transport != null && transport.isUdp()) {
            return Optional.empty();
        }
        byte[] plain = MarksFraming.unescape(framing, row.bytes());
        return Arrays.equals(plain, row.bytes()) ? Optional.empty() : Optional.of(plain);
    }

    /**
     * Returns the source of the fields of a peer's messages: their layouts, else JSON, else pairs of keys and values.
     */
    @Override
    public FieldSource fields(Peer peer) {
        return fieldSources().of(peer);
    }

    /** Returns the source that reads the fields of a peer's messages by their layouts; null if it has none. */
    public FieldSource layout(Peer peer) {
        return fieldSources().layout(peer);
    }

    /**
     * Returns the source of the fields of a peer's messages in which nothing is escaped any more. Blocks until the
     * layouts are loaded; never on the EDT.
     */
    public FieldSource unescapedFields(Peer peer) {
        return new FieldSources(choices, choices.layouts().await(), framing).ofUnescaped(peer);
    }

    /** Blocks until the layouts are loaded; never on the EDT. */
    public void awaitLayouts() {
        choices.layouts().await();
    }

    /** Begins to load the layouts. */
    void prepareFields() {
        choices.layouts().present();
    }

    private FieldSources fieldSources() {
        return new FieldSources(choices, choices.layouts().present(), framing);
    }

    /**
     * Returns where the bytes of a message stand that {@link #unescaped} has returned.
     *
     * @return for each of these bytes, and for the end, its index in the message as it came
     */
    public int[] places(Row row) {
        return MarksFraming.places(framing, row.bytes());
    }

    /** The transport of this peer, or null where it is not known any more. */
    public Transport transport(int peer) {
        return transports.apply(peer);
    }

    /** The id of the view in which messages of this peer are shown, {@link ViewId#AUTO} by default. */
    public String view(int peer) {
        return choices.views().of(peer);
    }

    /** The ids of views of which messages certainly were, by {@link #direction}. Any thread may change them. */
    public Map<Integer, String> knownViews() {
        return choices.views().known();
    }

    /** Returns a number for what a peer receives or sends. */
    public int direction(Row row) {
        return row.kind() == Row.Kind.SENT ? -row.peerId() : row.peerId();
    }
}
