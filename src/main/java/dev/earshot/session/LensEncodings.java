package dev.earshot.session;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Framing;
import dev.earshot.reply.PeerEncodings;
import java.util.function.Supplier;

/** The encodings of peers as the present lens has them, so that a peer is answered as it is shown. Any thread. */
record LensEncodings(Supplier<Lens> lens) implements PeerEncodings {
    @Override
    public Encoding apply(int peer) {
        return lens.get().encoding(peer);
    }

    @Override
    public Framing framing(Framing framing, int peer) {
        return lens.get().framing(framing, peer);
    }
}
