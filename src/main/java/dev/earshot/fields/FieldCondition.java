package dev.earshot.fields;

import dev.earshot.codec.Problem;
import dev.earshot.codec.TextDecoder;

/**
 * A condition on the fields of a message, such as {@code temp > 30 and not checksum}. It may also ask for {@code bytes},
 * the length of the message, for {@code client}, 1 if the side that opened the connection has sent it, and for {@code
 * text}, its text. Immutable; any thread.
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

    /** The facts about a whole message. */
    private record MessageScope(FieldReading reading) implements FieldScope {
        @Override
        public boolean comparesAll() {
            return true;
        }

        @Override
        public double fact(String name) {
            return switch (name) {
                case "bytes" -> reading.input().length();
                case "client" -> reading.input().fromClient() ? 1 : 0;
                default -> Double.NaN;
            };
        }

        @Override
        public String factText(String name) {
            FieldInput message = reading.input();
            return name.equals("text")
                    ? TextDecoder.decode(message.encoding(), message.bytes(), message.start(), message.length())
                    : null;
        }
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
