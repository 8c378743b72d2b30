package dev.earshot.session.words;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text with places for arguments, as of {@link MessageFormat}, which is parsed once. Most have only places such as
 * {@code {0}}, which are filled in without a MessageFormat. Any thread.
 */
final class TextPattern {
    private final String pattern;
    private final Locale locale;

    /** The texts between the places, one more than there are places; null if this needs a MessageFormat. */
    private final List<String> texts;

    private final List<Integer> places = new ArrayList<>();
    private NumberFormat numbers; // null: not needed yet; guarded by this
    private MessageFormat format; // null: not needed yet; guarded by this

    TextPattern(String pattern, Locale locale) {
        this.pattern = pattern;
        this.locale = locale;
        texts = parse();
    }

    /** Returns the texts between places, and adds the places; null where anything but {@code {0}} is in the pattern. */
    private List<String> parse() {
        List<String> found = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}') {
                int place = pattern.charAt(i + 1) - '0';
                if (place < 0 || place > 9) {
                    return null;
                }
                places.add(place);
                found.add(text.toString());
                text.setLength(0);
                i += 2;
            } else if (c == '\'' && i + 1 < pattern.length() && pattern.charAt(i + 1) == '\'') {
                text.append(c);
                i++;
            } else if (c == '\'' || c == '{' || c == '}') {
                return null;
            } else {
                text.append(c);
            }
        }
        found.add(text.toString());
        return found;
    }

    String fill(Object... arguments) {
        if (texts == null) {
            return format(arguments);
        }
        StringBuilder filled = new StringBuilder(texts.get(0));
        for (int i = 0; i < places.size(); i++) {
            int place = places.get(i);
            if (place >= arguments.length) {
                filled.append('{').append(place).append('}');
            } else if (arguments[place] instanceof Number number) {
                filled.append(text(number));
            } else if (arguments[place] == null || arguments[place] instanceof String) {
                filled.append(arguments[place]);
            } else {
                return format(arguments);
            }
            filled.append(texts.get(i + 1));
        }
        return filled.toString();
    }

    private synchronized String text(Number number) {
        if (numbers == null) {
            numbers = NumberFormat.getInstance(locale);
        }
        return numbers.format(number);
    }

    private synchronized String format(Object... arguments) {
        if (format == null) {
            format = new MessageFormat(pattern, locale);
        }
        return format.format(arguments);
    }
}
