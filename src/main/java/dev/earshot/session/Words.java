package dev.earshot.session;

import dev.earshot.codec.Problem;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * All words that a person reads, in one language. Where a kind of endpoint has other words than a TCP server for the
 * same thing, they are kept under {@code key@kind}, such as {@code ui.listen@tcp.client}. Immutable.
 */
public final class Words {
    private final ResourceBundle bundle;
    private final Locale locale;
    private final Map<String, String> ofKind;
    private final Map<EndpointKind, Words> kinds; // the same for all kinds

    /** English, or Chinese where the language of {@code locale} is Chinese; the words of a TCP server. */
    public Words(Locale locale) {
        this.locale = locale;
        ofKind = Map.of();
        kinds = new ConcurrentHashMap<>();
        // Without the control, English on a Chinese machine would fall back to the machine's language.
        bundle = ResourceBundle.getBundle(
                "dev.earshot.session.Words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private Words(Words other, EndpointKind kind) {
        locale = other.locale;
        bundle = other.bundle;
        kinds = other.kinds;
        String ending = "@" + kind.wordsKey();
        ofKind = bundle.keySet().stream()
                .filter(key -> key.endsWith(ending))
                .collect(Collectors.toMap(key -> key.substring(0, key.length() - ending.length()), bundle::getString));
    }

    /** The words of the same language in which this kind of endpoint has its own. */
    public Words forKind(EndpointKind kind) {
        return kinds.computeIfAbsent(kind, one -> new Words(this, one));
    }

    /**
     * The words for a key, filled in. A pattern follows {@link MessageFormat}: an apostrophe is written twice.
     *
     * @throws java.util.MissingResourceException if no language has the key
     */
    public String of(String key, Object... arguments) {
        String pattern = pattern(key);
        // Most words are no pattern, and there are hundreds of them in a window.
        boolean plain = pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0;
        return plain ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    /** The letter that, with Alt, reaches what these words name, or 0: kept beside them under {@code key.alt}. */
    public int mnemonic(String key) {
        String alt = key + ".alt";
        return ofKind.containsKey(alt) || bundle.containsKey(alt) ? pattern(alt).charAt(0) : 0;
    }

    private String pattern(String key) {
        String own = ofKind.get(key);
        return own == null ? bundle.getString(key) : own;
    }

    /** What went wrong, in words. */
    public String of(Problem problem) {
        List<Object> arguments = problem.arguments();
        return of(problem.key(), arguments.toArray());
    }
}
