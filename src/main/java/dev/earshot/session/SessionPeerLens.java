package dev.earshot.session;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.framing.Framing;
import dev.earshot.fields.FieldSource;
import dev.earshot.net.Peer;
import dev.earshot.reply.PeerLens;
import java.util.function.Supplier;

/** Lets automatic replies read messages by the present lens of a session, as the log shows them. Any thread. */
record SessionPeerLens(Supplier<Lens> lens) implements PeerLens {
    @Override
    public Encoding apply(int peer) {
        return lens.get().encoding(peer);
    }

    @Override
    public Framing framing(Framing framing, int peer) {
        return lens.get().framing(framing, peer);
    }

    @Override
    public FieldSource fields(Framing framing, Peer peer) {
        return lens.get().of(framing).unescapedFields(peer);
    }

    @Override
    public void prepareFields() {
        lens.get().prepareFields();
    }
}
