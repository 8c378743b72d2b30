package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.Mode;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * All words that a person reads, in one language. Where a mode has other words than a TCP server for the same thing, they
 * are kept under {@code key@mode}, such as {@code ui.listen@tcp.client}. Immutable.
 */
public final class Words {
    private final ResourceBundle bundle;
    private final Locale locale;
    private final Map<String, String> ofMode;
    private final Map<Mode, Words> modes; // the same for all modes

    /** English, or Chinese where the language of {@code locale} is Chinese; the words of a TCP server. */
    public Words(Locale locale) {
        this.locale = locale;
        ofMode = Map.of();
        modes = new ConcurrentHashMap<>();
        // Without the control, English on a Chinese machine would fall back to the machine's language.
        bundle = ResourceBundle.getBundle(
                "dev.earshot.session.Words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private Words(Words other, Mode mode) {
        locale = other.locale;
        bundle = other.bundle;
        modes = other.modes;
        String ending = "@" + mode.name().toLowerCase(Locale.ROOT).replace('_', '.');
        ofMode = bundle.keySet().stream()
                .filter(key -> key.endsWith(ending))
                .collect(Collectors.toMap(key -> key.substring(0, key.length() - ending.length()), bundle::getString));
    }

    /** The same with those words that this mode has for itself. */
    public Words in(Mode mode) {
        return modes.computeIfAbsent(mode, one -> new Words(this, one));
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
        return ofMode.containsKey(alt) || bundle.containsKey(alt) ? pattern(alt).charAt(0) : 0;
    }

    private String pattern(String key) {
        String own = ofMode.get(key);
        return own == null ? bundle.getString(key) : own;
    }

    /** What went wrong, in words. */
    public String of(Problem problem) {
        List<Object> arguments = problem.arguments();
        return of(problem.key(), arguments.toArray());
    }
}
