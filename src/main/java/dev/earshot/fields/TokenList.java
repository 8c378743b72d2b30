package dev.earshot.fields;

import java.util.Arrays;

/**
 * The tokens of a text in a format such as JSON, as positions in the text. Made by a scanner, then only read; confined
 * to one thread.
 */
public final class TokenList {
    private static final int FIRST_ROOM = 64;

    private final String text;
    private char[] kinds = new char[FIRST_ROOM];
    private int[] places = new int[2 * FIRST_ROOM];
    private int size;

    /** @param text of which the tokens are parts */
    public TokenList(String text) {
        this.text = text;
    }

    /** Adds a token; what the kinds mean is up to the scanner. */
    public void add(char kind, int from, int to) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * size);
            places = Arrays.copyOf(places, 4 * size);
        }
        kinds[size] = kind;
        places[2 * size] = from;
        places[2 * size + 1] = to;
        size++;
    }

    /** Returns the text of which the tokens are parts. */
    public String text() {
        return text;
    }

    /** Returns the number of tokens. */
    public int size() {
        return size;
    }

    /** Returns the kind of a token; 0 behind the last one. */
    public char kind(int token) {
        return token < size ? kinds[token] : 0;
    }

    /** Returns the place in the text where a token begins. */
    public int from(int token) {
        return places[2 * token];
    }

    /** Returns the place in the text behind a token. */
    public int to(int token) {
        return places[2 * token + 1];
    }

    /** Returns the characters of a token. */
    public String text(int token) {
        return text.substring(from(token), to(token));
    }
}
