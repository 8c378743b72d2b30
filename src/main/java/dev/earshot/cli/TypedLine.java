package dev.earshot.cli;

/**
 * The address and the text of a typed line. {@code @@} at its start stands for one @ of the text.
 *
 * @param to address such as {@code 127.0.0.1:52344}; null if the line has none
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
