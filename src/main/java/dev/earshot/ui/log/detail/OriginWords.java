package dev.earshot.ui.log.detail;

import dev.earshot.codec.VisibleText;
import dev.earshot.net.Origin;
import dev.earshot.session.words.Words;

/** Names what has sent an automatic message, such as a rule. */
public final class OriginWords {
    private OriginWords() {}

    /** Returns the words for an origin. Old and foreign captures may have any text as its name. */
    public static String of(Origin origin, Words words) {
        String key = "ui.origin." + origin.kind().id();
        boolean nameless = origin.kind().canHaveName() && origin.name().isEmpty();
        return nameless ? words.of(key + ".nameless") : words.of(key, VisibleText.of(origin.name()));
    }
}
