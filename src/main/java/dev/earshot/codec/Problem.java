package dev.earshot.codec;

import java.util.List;

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
