package dev.earshot.net;

import java.util.List;
import java.util.stream.Stream;

/**
 * Says who or what sends a message: a person, or an automatic sender such as a rule.
 *
 * @param name tells senders of one kind apart, such as the number and the name of a rule; empty if the kind is enough
 */
public record Origin(OriginKind kind, String name) {
    /** The kinds whose ids {@link #text} writes. */
    private static final List<OriginKind> KINDS_IN_TEXT = Stream.of(OriginKind.values())
            .filter(kind -> kind != OriginKind.PERSON && kind != OriginKind.OTHER)
            .toList();

    /** The origin of messages that a person sends. */
    public static final Origin PERSON = new Origin(OriginKind.PERSON);

    /** Makes an origin without a name. */
    public Origin(OriginKind kind) {
        this(kind, "");
    }

    /** Returns the text for captures and the terminal, such as {@code rule 2 Boiler}; empty for a person. */
    public String text() {
        return switch (kind) {
            case PERSON -> "";
            case OTHER -> name;
            default -> name.isEmpty() ? kind.id() : kind.id() + " " + name;
        };
    }

    /** Parses the result of {@link #text}. Accepts any text, because a capture may come from anywhere. */
    public static Origin parse(String text) {
        if (text.isEmpty()) {
            return PERSON;
        }
        int space = text.indexOf(' ');
        String id = space < 0 ? text : text.substring(0, space);
        String name = space < 0 ? "" : text.substring(space + 1);
        for (OriginKind kind : KINDS_IN_TEXT) {
            if (kind.id().equals(id) && (name.isEmpty() ? space < 0 && kind.canLackName() : kind.canHaveName())) {
                return new Origin(kind, name);
            }
        }
        return new Origin(OriginKind.OTHER, text);
    }
}
