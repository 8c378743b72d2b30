package dev.earshot.cli;

/**
 * What a person typed, taken apart.
 *
 * @param to to whom, as {@code 127.0.0.1:52344}, or null if that is not said
 * @param text what to send
 */
record TypedLine(String to, String text) {

    static TypedLine parse(String line) {
        if (!line.startsWith("@")) {
            return new TypedLine(null, line);
        } else if (line.startsWith("@@")) {
            return new TypedLine(null, line.substring(1));
        }
        int space = line.indexOf(' ');
        return space < 0
                ? new TypedLine(line.substring(1), "")
                : new TypedLine(line.substring(1, space), line.substring(space + 1));
    }
}
