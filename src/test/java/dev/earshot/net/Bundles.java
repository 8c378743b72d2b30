package dev.earshot.net;

import dev.earshot.codec.Problem;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** Loads the words of both languages directly, because net must not import the package that owns them. */
public final class Bundles {
    private static final ResourceBundle ENGLISH = load(Locale.ROOT);
    private static final ResourceBundle CHINESE = load(Locale.CHINESE);

    /** The parsed formats by language and key; the random tests use them hundreds of thousands of times. */
    private static final Map<String, MessageFormat> FORMATS = new HashMap<>();

    private Bundles() {}

    public static String english(Problem problem) {
        return words(ENGLISH, problem);
    }

    public static String chinese(Problem problem) {
        return words(CHINESE, problem);
    }

    private static String words(ResourceBundle bundle, Problem problem) {
        return FORMATS.computeIfAbsent(
                        bundle.getLocale() + problem.key(),
                        key -> new MessageFormat(bundle.getString(problem.key()), bundle.getLocale()))
                .format(problem.arguments().toArray());
    }

    private static ResourceBundle load(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "dev.earshot.session.Words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        if (!bundle.getLocale().equals(locale)) {
            throw new AssertionError("no words in " + locale);
        }
        return bundle;
    }
}
