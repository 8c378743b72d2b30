package dev.earshot.session;

import dev.earshot.codec.Framing;
import dev.earshot.codec.MarksFraming;
import dev.earshot.fields.FieldSource;
import dev.earshot.fields.FirstFittingSource;
import dev.earshot.fields.JsonSource;
import dev.earshot.fields.PairSource;
import dev.earshot.net.Peer;
import java.util.List;

/**
 * Chooses how the fields of messages are read. Any thread.
 *
 * @param framing that has cut the messages; null where it is not known
 */
record FieldSources(LensChoices choices, Framing framing) {
    private static final FieldSource WITHOUT_LAYOUT =
            new FirstFittingSource(List.of(new JsonSource(), new PairSource(1)));

    /** Returns the source that reads a peer's messages by their layouts: the chosen one, else those that may fit. */
    FieldSource layout(Peer peer) {
        FieldLayouts layouts = choices.layouts().present();
        String name = ViewId.layout(choices.views().of(peer.id()));
        FieldSource chosen = name == null ? null : layouts.named(name);
        FieldSource source = chosen != null ? chosen : layouts.fitting(framing, peer);
        boolean isUdp = peer.transport() != null && peer.transport().isUdp();
        boolean isEscaped = source != null && !isUdp && MarksFraming.escapes(framing);
        return isEscaped ? new UnescapedSource(framing, source) : source;
    }

    /** Returns the source that reads any fields of a peer's messages. */
    FieldSource of(Peer peer) {
        FieldSource layout = layout(peer);
        return layout == null ? WITHOUT_LAYOUT : new FirstFittingSource(List.of(layout, WITHOUT_LAYOUT));
    }
}
