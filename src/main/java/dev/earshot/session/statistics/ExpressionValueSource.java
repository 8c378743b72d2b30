package dev.earshot.session.statistics;

import dev.earshot.codec.Problem;
import dev.earshot.codec.RegularExpression;
import dev.earshot.session.view.DecodedRow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the first match of a regular expression in the text of a message, and takes its first group, or the whole match
 * of an expression without groups. A message on which the search takes too many steps has no value.
 */
public final class ExpressionValueSource implements ValueSource {
    private final Pattern pattern;
    private long givenUp;

    private ExpressionValueSource(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads a typed expression.
     *
     * @throws Problem if it is no regular expression
     */
    public static ExpressionValueSource parse(String typed) throws Problem {
        return new ExpressionValueSource(RegularExpression.compile(typed, "problem.match.expression"));
    }

    @Override
    public String of(DecodedRow message) {
        try {
            Matcher matcher = RegularExpression.matcher(pattern, message.text(), RegularExpression.MOST_STEPS);
            return matcher.find() ? matcher.group(matcher.groupCount() > 0 ? 1 : 0) : null;
        } catch (RegularExpression.TooLongException | StackOverflowError e) {
            givenUp++;
            return null;
        }
    }

    /** Returns the number of messages on which the search took too long. */
    long givenUp() {
        return givenUp;
    }
}
