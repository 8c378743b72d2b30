package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.LineFraming;
import dev.earshot.fields.FieldSource;
import dev.earshot.fields.FirstFittingSource;
import dev.earshot.net.Peer;
import java.util.function.IntFunction;

/** Tells how the messages of each peer are read: in which encoding, by its number, and by which fields. Any thread. */
@FunctionalInterface
public interface PeerLens extends IntFunction<Encoding> {
    /**
     * Returns a framing with the line ends of this peer. Of an encoding that was only guessed they are known if it is
     * not compatible with ASCII; in any other, lines end as the framing says.
     */
    default Framing framing(Framing framing, int peer) {
        return LineFraming.suiting(framing, apply(peer));
    }

    /**
     * Returns the source of the fields of a peer's messages, as complete as it will ever be. May block while layouts
     * are loaded; never on the EDT.
     *
     * @param framing that has cut the messages, in which nothing is escaped any more
     */
    default FieldSource fields(Framing framing, Peer peer) {
        return FirstFittingSource.WITHOUT_LAYOUT;
    }

    /** Begins to load what {@link #fields} needs, so that the first message need not wait for it. */
    default void prepareFields() {}
}
