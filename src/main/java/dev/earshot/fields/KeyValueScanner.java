package dev.earshot.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds pairs of a key and a value in a text: {@code a=1;b=2}, {@code a=1&b=2}, {@code T=23.5 H=40}, {@code key:
 * value}.
 */
public final class KeyValueScanner {
    private static final int MOST_PAIRS = 10_000;

    private static final String KEY = "[\\p{L}_][\\p{L}\\p{M}\\p{N}_.\\-/\\[\\]$]{0,63}+";
    private static final Pattern PAIR = Pattern.compile("\\s*+(" + KEY + ")\\s*+[=:]\\s*+");
    private static final Pattern TIGHT_PAIR = Pattern.compile("\\s*+(" + KEY + ")=");
    private static final Pattern LINE_PAIR = Pattern.compile("\\s*+(" + KEY + "(?: " + KEY + "){0,3}+)\\s*+[=:]\\s*+");

    /** A further pair inside of a value, which says that the pairs are separated by something else. */
    private static final Pattern INNER_PAIR = Pattern.compile("[\\s;,&|]" + KEY + "=");

    private KeyValueScanner() {}

    /**
     * One pair.
     *
     * @param key between {@code keyFrom} and {@code keyTo} in the text
     * @param from where its value begins
     * @param to where it ends
     */
    public record Pair(String key, int keyFrom, int from, int to) {}

    /** A way in which the pairs of a text may be separated. */
    private record Form(Pattern separator, Pattern pair) {
        Form(String separator, Pattern pair) {
            this(Pattern.compile(separator), pair);
        }
    }

    /** From the most certain separator to the least. */
    private static final List<Form> FORMS = List.of(
            new Form("\r?\n|\r", LINE_PAIR),
            new Form("&", TIGHT_PAIR),
            new Form(";", PAIR),
            new Form("\\|", PAIR),
            new Form(",", PAIR),
            new Form("[\\s;,&|]++", TIGHT_PAIR));

    /**
     * Finds the pairs.
     *
     * @param least the fewest that are enough
     * @return the pairs if the whole text consists of them
     */
    public static Optional<List<Pair>> scan(String text, int least) {
        if (text.indexOf('=') < 0 && text.indexOf(':') < 0) {
            return Optional.empty();
        }
        for (Form form : FORMS) {
            List<Pair> pairs = pairs(text, form);
            if (pairs != null && pairs.size() >= Math.max(least, 2)) {
                return Optional.of(pairs);
            }
        }
        List<Pair> alone = least == 1 ? pairs(text, FORMS.get(0)) : null;
        return alone == null || alone.isEmpty() ? Optional.empty() : Optional.of(alone);
    }

    /** Returns the pairs of one form; null if another part is among them. */
    private static List<Pair> pairs(String text, Form form) {
        List<Pair> pairs = new ArrayList<>();
        Matcher separator = form.separator.matcher(text);
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        boolean more = true;
        while (more && pairs.size() < MOST_PAIRS) {
            more = separator.find(at);
            int end = more ? separator.start() : text.length();
            if (!text.substring(at, end).isBlank()) {
                Pair pair = pair(text, at, end, form.pair);
                if (pair == null) {
                    return null;
                }
                pairs.add(pair);
            }
            at = more ? separator.end() : end;
        }
        return pairs;
    }

    private static Pair pair(String text, int from, int to, Pattern form) {
        Matcher pair = form.matcher(text).region(from, to);
        if (!pair.lookingAt()) {
            return null;
        }
        int end = to;
        while (end > pair.end() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        boolean isWeb = text.startsWith("//", pair.end()); // http://... is no pair
        return isWeb || INNER_PAIR.matcher(text).region(pair.end(), end).find()
                ? null
                : new Pair(pair.group(1), pair.start(1), pair.end(), end);
    }
}
