package dev.earshot.fields;

import dev.earshot.codec.Problem;

/**
 * A condition on the fields of a message, such as {@code temp > 30 and not checksum}. It may also ask for {@code
 * bytes}, the length of the message, for {@code client}, 1 if the side that opened the connection has sent it, and for
 * {@code text}, its text. Immutable; any thread.
 *
 * @param text as a person wrote it
 */
public record FieldCondition(String text, Formula formula) {

    /**
     * Reads a condition as {@link Formula} describes it.
     *
     * @throws Problem if it is none, with the position of the mistake
     */
    public static FieldCondition parse(String text) throws Problem {
        return new FieldCondition(text.strip(), Formula.parse(text));
    }

    /** Whether the message that was read fulfils the condition; not if it has none of the fields. */
    public boolean isTrue(FieldReading reading) {
        return formula.isTrue(new MessageScope(reading));
    }

    /** Whether the message that was read has the fields that the condition needs to be true or false. */
    public boolean isKnown(FieldReading reading) {
        return !Double.isNaN(formula.number(new MessageScope(reading)));
    }

    /** Conditions are equal if their texts are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof FieldCondition condition && condition.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
