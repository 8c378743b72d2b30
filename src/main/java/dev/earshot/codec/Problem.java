package dev.earshot.codec;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports that something failed or was typed wrong, by the key of a text that is shown in the user's language. */
public final class Problem extends Exception {
    private static final String TEXT = "'";

    /**
     * An argument that is words itself.
     *
     * @param key of the words
     */
    public record Word(String key) {
        @Override
        public String toString() {
            return key;
        }
    }

    private final String key;
    private final transient List<Object> arguments;
    private final int position;

    /**
     * Makes a problem; its words are looked up when it is shown.
     *
     * @param key a key of the words, such as {@code problem.port.range}
     * @param position index into what was typed where the mistake begins, or -1
     * @param arguments the values that the words are filled with
     */
    public Problem(String key, int position, Object... arguments) {
        super(key + " " + List.of(arguments), null, false, false);
        this.key = key;
        this.position = position;
        this.arguments = List.of(arguments);
    }

    /** Reads a problem that {@link #toLine} has written. */
    public static Problem parseLine(String line) {
        String[] parts = line.split("\t", -1);
        return new Problem(
                parts[0], -1, Stream.of(parts).skip(1).map(Problem::read).toArray());
    }

    private static Object read(String word) {
        if (word.startsWith(TEXT)) {
            return word.substring(TEXT.length());
        }
        return isNumber(word) ? Long.valueOf(word) : word;
    }

    private static String written(Object argument) {
        String word = argument.toString().replace('\t', ' ');
        boolean misread = !(argument instanceof Number) && (isNumber(word) || word.startsWith(TEXT));
        return misread ? TEXT + word : word;
    }

    private static boolean isNumber(String word) {
        return word.matches("-?[0-9]{1,18}");
    }

    /**
     * Returns the key and the arguments, with tabs between: the form in which a capture keeps it. An apostrophe stands
     * before a text that looks like a number, such as a port, whose digits no language may group.
     */
    public String toLine() {
        return Stream.concat(Stream.of(key), arguments.stream().map(Problem::written))
                .collect(Collectors.joining("\t"));
    }

    /** Returns the key of the words. */
    public String key() {
        return key;
    }

    /** Returns the index into the typed text where the mistake begins, or -1. */
    public int position() {
        return position;
    }

    /** Returns the values that the words are filled with. */
    public List<Object> arguments() {
        return arguments;
    }
}
