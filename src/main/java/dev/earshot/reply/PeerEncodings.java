package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Framing;
import dev.earshot.codec.LineFraming;
import java.util.function.IntFunction;

/** Tells in which encoding each peer writes, by its number. Any thread. */
@FunctionalInterface
public interface PeerEncodings extends IntFunction<Encoding> {
    /**
     * Returns a framing with the line ends of this peer. Of an encoding that was only guessed they are known if it is
     * not compatible with ASCII; in any other, lines end as the framing says.
     */
    default Framing framing(Framing framing, int peer) {
        return LineFraming.suiting(framing, apply(peer));
    }
}
