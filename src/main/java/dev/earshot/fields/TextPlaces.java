package dev.earshot.fields;

import dev.earshot.codec.TextDecoder;

/**
 * Maps characters of a decoded message to the bytes where they begin; fast if asked in rising order. Used for one
 * message.
 */
final class TextPlaces {
    private final String text;
    private final FieldInput message;
    private int character;
    private int index;

    /** @param text all the message's bytes decoded */
    TextPlaces(String text, FieldInput message) {
        this.text = text;
        this.message = message;
    }

    /** Returns the index in the message of the byte at which a character begins. */
    int index(int wanted) {
        if (wanted < character) {
            character = 0;
            index = 0;
        }
        index += TextDecoder.lengthOf(
                text, character, wanted, message.encoding(), message.bytes(), message.start() + index);
        character = wanted;
        return index;
    }
}
