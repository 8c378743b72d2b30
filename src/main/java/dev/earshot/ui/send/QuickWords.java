package dev.earshot.ui.send;

import dev.earshot.codec.VisibleText;
import dev.earshot.send.Draft;

/** Shows the text of a message in one line. */
final class QuickWords {
    private static final int SHOWN = 200;

    private QuickWords() {}

    /** Returns the text of a draft in one line. */
    static String oneLine(Draft draft) {
        String typed = draft.text();
        String shown = typed.substring(0, Math.min(SHOWN, typed.length()));
        return VisibleText.of(shown.replace("\n", " \u21B5 "));
    }
}
