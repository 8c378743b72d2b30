package dev.earshot.session.analysis;

import dev.earshot.codec.Problem;
import dev.earshot.codec.RegularExpression;
import dev.earshot.fields.FieldSource;
import java.util.regex.Pattern;

/** Says which number of a message is wanted. Immutable. */
public sealed interface NumberSource {

    /** Makes a reader, for one thread. */
    NumberReader reader();

    /**
     * The number in the first group of a regular expression, or if it has none, the first number in what it matches. It is
     * searched in the text of the message without its line ending.
     *
     * @param typed the expression as a person has typed it
     */
    record Expression(String typed, Pattern pattern) implements NumberSource {

        /**
         * Reads an expression.
         *
         * @throws Problem if it is none
         */
        public static Expression parse(String typed) throws Problem {
            if (typed.isBlank()) {
                throw new Problem("problem.plot.expression.none", 0);
            }
            return new Expression(typed, RegularExpression.compile(typed, "problem.plot.expression"));
        }

        @Override
        public NumberReader reader() {
            return new ExpressionNumberReader(pattern);
        }
    }

    /**
     * A field, by its name.
     *
     * @param form reads the fields of a message
     */
    record Field(FieldSource form, String name) implements NumberSource {
        @Override
        public NumberReader reader() {
            return new FieldNumberReader(form, name);
        }
    }
}
