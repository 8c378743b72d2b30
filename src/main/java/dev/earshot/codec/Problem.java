package dev.earshot.codec;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something failed or was typed wrong; the words that tell the person are found by key, in the person's language. */
public final class Problem extends Exception {
    private final String key;
    private final transient List<Object> arguments;
    private final int position;

    /**
     * @param key a key of the words, such as {@code problem.port.range}
     * @param position index into what was typed where the mistake begins, or -1
     * @param arguments what the words are filled with
     */
    public Problem(String key, int position, Object... arguments) {
        super(key + " " + List.of(arguments), null, false, false);
        this.key = key;
        this.position = position;
        this.arguments = List.of(arguments);
    }

    /** What {@link #line} has written; numbers are numbers again. */
    public static Problem ofLine(String line) {
        String[] parts = line.split("\t", -1);
        return new Problem(
                parts[0], -1, Stream.of(parts).skip(1).map(Problem::number).toArray());
    }

    private static Object number(String word) {
        try {
            return Long.valueOf(word);
        } catch (NumberFormatException e) {
            return word;
        }
    }

    /** The key and what its words are filled with, with tabs between: the form in which a capture keeps it. */
    public String line() {
        return Stream.concat(Stream.of(key), arguments.stream())
                .map(word -> word.toString().replace('\t', ' '))
                .collect(Collectors.joining("\t"));
    }

    public String key() {
        return key;
    }

    public int position() {
        return position;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
