package dev.earshot.reply.rules;

import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Payload;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A part of a template that is the current time in a pattern of {@link DateTimeFormatter}. */
record TimeText(DateTimeFormatter formatter) implements CompiledTemplate.IndependentPart {
    private static final String USUAL = "yyyy-MM-dd HH:mm:ss";

    /**
     * Parses a pattern.
     *
     * @param pattern the pattern; empty for the default
     * @param at the position of the variable, for problems
     * @throws Problem if it is not a pattern
     */
    static TimeText parse(String pattern, int at) throws Problem {
        try {
            DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern.isEmpty() ? USUAL : pattern, Locale.ROOT);
            formatter.format(ZonedDateTime.now());
            return new TimeText(formatter);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Problem("problem.template.time", at, Integer.toString(at + 1), VisibleText.brief(pattern));
        }
    }

    @Override
    public byte[] bytes(TemplateValues values) throws Problem {
        return Payload.text(formatter.format(values.time()), values.encoding(), false, LineEnding.NONE);
    }
}
