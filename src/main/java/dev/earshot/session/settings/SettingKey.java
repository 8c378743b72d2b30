package dev.earshot.session.settings;

import dev.earshot.codec.Envelope;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.FramingKind;
import dev.earshot.net.HalfClose;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The name of one setting, its fallback, and the way in which its value is read from the file. Immutable.
 *
 * @param parse reads the value; throws {@link IllegalArgumentException} where the text is wrong, and then the fallback
 *     holds
 */
public record SettingKey<T>(String name, T fallback, Function<String, T> parse) {

    /** Makes a key for any text. */
    static SettingKey<String> text(String name, String fallback) {
        return new SettingKey<>(name, fallback, Function.identity());
    }

    /** Makes a key for a number from {@code least} to {@code most}. */
    static SettingKey<Integer> number(String name, int fallback, int least, int most) {
        return new SettingKey<>(name, fallback, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException(text);
            }
            return number;
        });
    }

    /** Makes a key for a list of numbers, empty by default. */
    static SettingKey<List<Integer>> numbers(String name) {
        return new SettingKey<>(name, List.of(), SettingKey::parseNumbers);
    }

    /** Makes a key for true or false. */
    static SettingKey<Boolean> flag(String name, boolean fallback) {
        return new SettingKey<>(name, fallback, Boolean::valueOf);
    }

    /** Makes a key for one of an enum's constants, which the file has in lower case. */
    static <E extends Enum<E>> SettingKey<E> choice(String name, E fallback) {
        return new SettingKey<>(
                name, fallback, text -> Enum.valueOf(fallback.getDeclaringClass(), text.toUpperCase(Locale.ROOT)));
    }

    /** Makes a key for a kind of endpoint, which the file has by its id in lower case. */
    static SettingKey<EndpointKind> kind(String name, EndpointKind fallback) {
        return new SettingKey<>(
                name,
                fallback,
                text -> EndpointKinds.find(text.toUpperCase(Locale.ROOT))
                        .orElseThrow(() -> new IllegalArgumentException(text)));
    }

    /** Makes a key for a size in MiB, of which the least is given; 0, the fallback, means that none was chosen. */
    static SettingKey<Integer> mebibytes(String name, int least) {
        return new SettingKey<>(name, 0, text -> {
            int number = Integer.parseInt(text);
            if (number != 0 && number < least) {
                throw new IllegalArgumentException(text);
            }
            return number;
        });
    }

    /** Makes a key for the time that a half-closed conversation is kept. */
    static SettingKey<HalfClose> halfClose(String name, HalfClose fallback) {
        return new SettingKey<>(name, fallback, text -> {
            try {
                return HalfClose.parse(text);
            } catch (Problem e) {
                throw new IllegalArgumentException(text, e);
            }
        });
    }

    /** Makes a key for any framing. */
    static SettingKey<Framing> framing(String name, Framing fallback) {
        return new SettingKey<>(name, fallback, SettingKey::parseFraming);
    }

    /** Returns the key of the latest framing of a kind, whose parameters the window proposes again. */
    public static SettingKey<Framing> latest(FramingKind kind) {
        return new SettingKey<>("framing." + kind.id(), kind.defaultFraming(), text -> {
            Framing framing = parseFraming(text);
            if (framing.kind() != kind) {
                throw new IllegalArgumentException(text);
            }
            return framing;
        });
    }

    /** Makes a key for an envelope around sent messages, none by default. */
    static SettingKey<Envelope> envelope(String name) {
        return new SettingKey<>(name, Envelope.NONE, text -> {
            try {
                return Envelope.parse(text);
            } catch (Problem e) {
                throw new IllegalArgumentException(text, e);
            }
        });
    }

    /** Returns the key of the words that say what the setting is, where a form or a command is made from settings. */
    public String wordsKey() {
        return "ui." + name;
    }

    /** Returns the keys that have a text, of a list of keys of any type. */
    @SuppressWarnings("unchecked") // its fallback is a text
    static List<SettingKey<String>> texts(List<SettingKey<?>> keys) {
        return keys.stream()
                .filter(key -> key.fallback() instanceof String)
                .map(key -> (SettingKey<String>) key)
                .toList();
    }

    /**
     * Reads a value that was typed.
     *
     * @throws Problem if it is wrong; {@code label} says in the words of the problem what it is for
     */
    public T read(String typed, String label) throws Problem {
        try {
            return parse.apply(typed.strip());
        } catch (IllegalArgumentException e) {
            throw new Problem("problem.setting.value", -1, label, VisibleText.brief(typed));
        }
    }

    /** Prints a value of any key in the form that {@link #parse} reads. */
    public static String print(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof EndpointKind kind) {
            return kind.id().toLowerCase(Locale.ROOT);
        }
        if (value instanceof List<?> list) {
            return String.join(",", list.stream().map(String::valueOf).toList());
        }
        return String.valueOf(value);
    }

    /** Reads numbers that are separated by commas; an empty text has none. */
    static List<Integer> parseNumbers(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    }

    private static Framing parseFraming(String text) {
        try {
            return Framing.parse(text);
        } catch (Problem e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
