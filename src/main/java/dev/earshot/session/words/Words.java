package dev.earshot.session.words;

import dev.earshot.codec.Problem;
import dev.earshot.session.settings.EndpointKind;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of the program for people, in one language. A kind of endpoint may have texts of its own, under {@code
 * key@kind} such as {@code ui.listen@tcp.client}; otherwise those of the TCP server hold. So may the terminal, under
 * {@code key@terminal}. Any thread.
 */
public final class Words {
    /** The ending of the keys of the terminal's own texts. */
    static final String TERMINAL = "terminal";

    private final ResourceBundle bundle;
    private final Locale locale;
    private final Map<String, String> ofKind;
    private final Map<String, TextPattern> patterns = new ConcurrentHashMap<>();
    private final Map<EndpointKind, Words> kinds; // shared by the words of all kinds

    /** Loads the words of a TCP server: Chinese where the language of {@code locale} is Chinese, else English. */
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

    private Words(Words other, String variant, Map<EndpointKind, Words> kinds) {
        locale = other.locale;
        bundle = other.bundle;
        this.kinds = kinds;
        String ending = "@" + variant;
        Map<String, String> own = new HashMap<>(other.ofKind);
        bundle.keySet().stream()
                .filter(key -> key.endsWith(ending))
                .forEach(key -> own.put(key.substring(0, key.length() - ending.length()), bundle.getString(key)));
        ofKind = Map.copyOf(own);
    }

    /** Loads the words of a TCP server as the terminal says them. */
    public static Words ofTerminal(Locale locale) {
        return new Words(new Words(locale), TERMINAL, new ConcurrentHashMap<>());
    }

    /** Returns the words of the same language for this kind of endpoint. */
    public Words forKind(EndpointKind kind) {
        return kinds.computeIfAbsent(kind, one -> new Words(this, one.wordsKey(), kinds));
    }

    /** Returns the name of a kind of endpoint. */
    public String nameOf(EndpointKind kind) {
        return of("ui.kind." + kind.wordsKey());
    }

    /**
     * Returns the words for a key, filled in with arguments. Patterns follow {@link MessageFormat}: an apostrophe is
     * written twice.
     *
     * @throws java.util.MissingResourceException if no language has the key
     */
    public String of(String key, Object... arguments) {
        String pattern = pattern(key);
        // Most words have no arguments, and a window has hundreds of them.
        boolean plain = pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0;
        return plain ? pattern : pattern(key, pattern).fill(arguments);
    }

    private TextPattern pattern(String key, String pattern) {
        TextPattern known = patterns.get(key);
        if (known == null) { // not computeIfAbsent: two threads may parse it twice, and neither waits
            known = new TextPattern(pattern, locale);
            patterns.put(key, known);
        }
        return known;
    }

    /** Whether the words are Chinese. */
    public boolean isChinese() {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    /**
     * Returns the letter that, with Alt, activates the component with these words, or 0. It is under {@code key.alt}.
     */
    public int mnemonic(String key) {
        String alt = key + ".alt";
        return ofKind.containsKey(alt) || bundle.containsKey(alt) ? pattern(alt).charAt(0) : 0;
    }

    private String pattern(String key) {
        String own = ofKind.get(key);
        return own == null ? bundle.getString(key) : own;
    }

    /** Returns the words for a problem. */
    public String of(Problem problem) {
        Object[] arguments = problem.arguments().stream()
                .map(argument -> argument instanceof Problem.Word word
                        ? of(word.key())
                        : argument instanceof Problem inner ? of(inner) : argument)
                .toArray();
        return of(problem.key(), arguments);
    }
}
