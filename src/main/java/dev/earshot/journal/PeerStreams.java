package dev.earshot.journal;

import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.MessageSplitter;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;

/** Both directions of a connected peer in an index, and the encoding that the peer seems to speak. */
final class PeerStreams {
    /**
     * The silence that is recorded under every framing, in milliseconds. It may end the last row under another framing
     * that is chosen later.
     */
    static final int LONG_SILENCE_MILLIS = 1000;

    final boolean endsWithAnswer;
    final StreamState in;
    final StreamState out;
    final StreamState[] streams;
    final EncodingDetector detector = new EncodingDetector();

    /** Whether another program captured both directions, so that they are split alike: neither is ours. */
    final boolean isCaptured;

    /** Whether bytes have come since the last silence that is recorded under every framing. */
    boolean awaitsLongSilence;

    PeerStreams(Framing framing, Peer peer, MessageCounts counts) {
        isCaptured = peer.transport() == Transport.TCP_CAPTURED;
        endsWithAnswer = framing.endsWithAnswer();
        in = new StreamState(
                Row.Kind.RECEIVED,
                new MessageSplitter(framing, detector::endsInsideCharacter, detector::verdictOfOpenRow),
                counts.of(peer.id(), Row.Kind.RECEIVED));
        out = new StreamState(
                Row.Kind.SENT,
                new MessageSplitter(framing, open -> false, detector::verdict), // no silence ends what is sent
                counts.of(peer.id(), Row.Kind.SENT));
        streams = new StreamState[] {in, out};
    }

    /** Returns the silence after which an event is wanted, in milliseconds; 0 if none is. */
    int silenceMillis() {
        int ending = in.splitter.silenceMillis();
        return ending > 0 ? ending : awaitsLongSilence ? LONG_SILENCE_MILLIS : 0;
    }
}
