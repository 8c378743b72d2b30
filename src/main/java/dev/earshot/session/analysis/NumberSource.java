package dev.earshot.session.analysis;

import dev.earshot.codec.Problem;
import dev.earshot.codec.RegularExpression;
import dev.earshot.fields.FieldFormula;
import dev.earshot.session.settings.PlotSetup.SourceKind;
import java.util.regex.Pattern;

/**
 * Says which number of each message is plotted: that of a field, or one that a regular expression finds. Immutable.
 */
public sealed interface NumberSource {

    /**
     * Reads what a person has typed.
     *
     * @throws Problem if it is wrong
     */
    static NumberSource parse(SourceKind kind, String typed) throws Problem {
        return kind == SourceKind.FIELD ? Field.parse(typed) : Expression.parse(typed);
    }

    /** Makes a reader, for one thread. */
    NumberReader reader();

    /** Returns its kind. */
    SourceKind kind();

    /**
     * The number in the first group of a regular expression, or if it has none, the first number in what it matches. It
     * is searched in the text of the message without its line ending.
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

        @Override
        public SourceKind kind() {
            return SourceKind.EXPRESSION;
        }
    }

    /**
     * A field by its name, or a formula over fields.
     *
     * @param typed the formula as a person has typed it
     */
    record Field(String typed, FieldFormula formula) implements NumberSource {

        /**
         * Reads a name or a formula.
         *
         * @throws Problem if it is none
         */
        public static Field parse(String typed) throws Problem {
            return new Field(typed, FieldFormula.parse(typed));
        }

        @Override
        public NumberReader reader() {
            return new FieldNumberReader(formula);
        }

        @Override
        public SourceKind kind() {
            return SourceKind.FIELD;
        }
    }
}
