package dev.earshot.session.analysis;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.RegularExpression;
import dev.earshot.codec.TextDecoder;
import dev.earshot.fields.FieldInput;
import dev.earshot.fields.FieldSource;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the number that a regular expression finds in the text of a message. Confined to one thread. */
final class ExpressionNumberReader implements NumberReader {
    private final Pattern pattern;
    private double number = Double.NaN;

    ExpressionNumberReader(Pattern pattern) {
        this.pattern = pattern;
    }

    @Override
    public boolean read(FieldInput message, Supplier<FieldSource> form) {
        Encoding encoding = message.encoding();
        byte[] bytes = message.bytes();
        int start = message.start();
        int end = start + LineEnding.lengthBefore(encoding, bytes, start, message.length());
        int mark = encoding.byteOrderMarkLength(bytes, start, end);
        String text = TextDecoder.decode(encoding, bytes, start + mark, end - start - mark);
        Matcher matcher = RegularExpression.matcher(pattern, text, RegularExpression.MOST_STEPS);
        if (!matcher.find()) {
            return false;
        }
        boolean grouped = matcher.groupCount() > 0;
        if (grouped && matcher.start(1) < 0) {
            return false; // the match went by another way, without the group
        }
        int group = grouped ? 1 : 0;
        String found = text.substring(matcher.start(group), matcher.end(group));
        number = grouped ? NumberText.parse(found) : NumberText.first(found);
        return true;
    }

    @Override
    public double number() {
        return number;
    }
}
