package dev.earshot.net;

import java.util.List;
import java.util.stream.Stream;

/**
 * Tells what sends a message: a person, or something that sends by itself.
 *
 * @param name which one of its kind, such as the number and the name of a rule; empty if the kind says enough
 */
public record Origin(OriginKind kind, String name) {
    /** Those that stand in a text by their ids. */
    private static final List<OriginKind> WRITTEN = Stream.of(OriginKind.values())
            .filter(kind -> kind != OriginKind.PERSON && kind != OriginKind.OTHER)
            .toList();

    /** A person sends it. */
    public static final Origin PERSON = new Origin(OriginKind.PERSON);

    /** One whose kind says enough. */
    public Origin(OriginKind kind) {
        this(kind, "");
    }

    /** The text for captures and for the terminal, such as {@code rule 2 Boiler}; empty for a person. */
    public String text() {
        return switch (kind) {
            case PERSON -> "";
            case OTHER -> name;
            default -> name.isEmpty() ? kind.id() : kind.id() + " " + name;
        };
    }

    /** Reads what {@link #text} wrote. Any text is an origin, for a capture may come from anywhere. */
    public static Origin parse(String text) {
        if (text.isEmpty()) {
            return PERSON;
        }
        int blank = text.indexOf(' ');
        String id = blank < 0 ? text : text.substring(0, blank);
        String name = blank < 0 ? "" : text.substring(blank + 1);
        for (OriginKind kind : WRITTEN) {
            if (kind.id().equals(id) && (name.isEmpty() ? blank < 0 && kind.canLackName() : kind.canHaveName())) {
                return new Origin(kind, name);
            }
        }
        return new Origin(OriginKind.OTHER, text);
    }
}
