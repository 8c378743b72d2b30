package dev.earshot.session;

import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.MarksFraming;
import dev.earshot.fields.FieldSource;
import dev.earshot.fields.FirstFittingSource;
import dev.earshot.net.Peer;
import dev.earshot.session.settings.ViewId;
import java.util.List;

/**
 * Chooses how the fields of a peer's messages are read: by the chosen layout, by one that fits, or without any. Any
 * thread.
 *
 * @param framing that has cut the messages; null where it is not known
 */
record FieldSources(LensChoices choices, FieldLayouts layouts, Framing framing) {
    /** Returns the source that reads a peer's messages by their layouts: the chosen one, else those that may fit. */
    FieldSource layout(Peer peer) {
        FieldSource source = unescapedLayout(peer);
        boolean isUdp = peer.transport() != null && peer.transport().isUdp();
        boolean isEscaped = source != null && !isUdp && MarksFraming.escapes(framing);
        return isEscaped ? new UnescapedSource(framing, source) : source;
    }

    /** Returns the source that reads any fields of a peer's messages. */
    FieldSource of(Peer peer) {
        return orWithoutLayout(layout(peer));
    }

    /** Returns the source that reads any fields of a peer's messages in which nothing is escaped any more. */
    FieldSource ofUnescaped(Peer peer) {
        return orWithoutLayout(unescapedLayout(peer));
    }

    private FieldSource unescapedLayout(Peer peer) {
        String name = ViewId.layout(choices.views().of(peer.id()));
        FieldSource chosen = name == null ? null : layouts.named(name);
        return chosen != null ? chosen : layouts.fitting(framing, peer);
    }

    private static FieldSource orWithoutLayout(FieldSource layout) {
        return layout == null
                ? FirstFittingSource.WITHOUT_LAYOUT
                : new FirstFittingSource(List.of(layout, FirstFittingSource.WITHOUT_LAYOUT), List.of(layout));
    }
}
