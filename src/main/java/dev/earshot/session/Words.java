package dev.earshot.session;

import dev.earshot.codec.Problem;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** All words that a person reads, in one language. Immutable. */
public final class Words {
    private final ResourceBundle bundle;
    private final Locale locale;

    /** English, or Chinese where the language of {@code locale} is Chinese. */
    public Words(Locale locale) {
        this.locale = locale;
        // Without the control, English on a Chinese machine would fall back to the machine's language.
        bundle = ResourceBundle.getBundle(
                "dev.earshot.session.Words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The words for a key, filled in. A pattern follows {@link MessageFormat}: an apostrophe is written twice.
     *
     * @throws java.util.MissingResourceException if no language has the key
     */
    public String of(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        // Most words are no pattern, and there are hundreds of them in a window.
        boolean plain = pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0;
        return plain ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    /** The letter that, with Alt, reaches what these words name, or 0: kept beside them under {@code key.alt}. */
    public int mnemonic(String key) {
        return bundle.containsKey(key + ".alt") ? bundle.getString(key + ".alt").charAt(0) : 0;
    }

    /** What went wrong, in words. */
    public String of(Problem problem) {
        List<Object> arguments = problem.arguments();
        return of(problem.key(), arguments.toArray());
    }
}
