package dev.earshot.ui.log;

import dev.earshot.codec.VisibleText;
import dev.earshot.session.Words;

/** Says in words what has sent a message by itself. */
final class OriginWords {
    private OriginWords() {}

    /** @param origin as the capture has it, such as {@code rule 2 Boiler}; may be anything, for a capture may be from anywhere */
    static String of(String origin, Words words) {
        int blank = origin.indexOf(' ');
        String kind = blank < 0 ? origin : origin.substring(0, blank);
        String name = blank < 0 ? "" : VisibleText.of(origin.substring(blank + 1));
        return switch (name.isEmpty() ? kind : kind + " NAME") {
            case "echo" -> words.of("ui.origin.echo");
            case "reply" -> words.of("ui.origin.reply");
            case "chat" -> words.of("ui.origin.chat");
            case "greeting" -> words.of("ui.origin.greeting");
            case "repeat" -> words.of("ui.origin.repeat");
            case "rule NAME" -> words.of("ui.origin.rule", name);
            case "forward NAME" -> words.of("ui.origin.forward", name);
            case "quick NAME" -> words.of("ui.origin.quick", name);
            case "file NAME" -> words.of("ui.origin.file", name);
            default -> words.of("ui.origin.other", VisibleText.of(origin));
        };
    }
}
