package dev.earshot.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.reply.Match;
import java.util.function.Predicate;

final class Replies {
    static void check(Match match) throws Problem {}

    static Predicate<byte[]> wanted(Match match, Encoding encoding) {
        return b -> new String(b, encoding.decodes()).contains(match.pattern());
    }
}
