package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.util.List;

/**
 * The ids by which settings and profiles name the views of messages. The package {@code view}, of which the session
 * knows nothing, has the views.
 */
public final class ViewId {
    /** Stands for the view that fits each message. */
    public static final String AUTO = "auto";

    /** Stands for the fields of each message, by the layout that fits. */
    public static final String FIELDS = "fields";

    /** Before the name of a layout by which the fields are read. */
    private static final String LAYOUT = "fields/";

    /** All ids, in the order in which they are offered. */
    public static final List<String> ALL =
            List.of(AUTO, "text", "hex", FIELDS, "json", "xml", "key-value", "http", "websocket");

    private ViewId() {}

    /**
     * Checks an id that a person has typed.
     *
     * @throws Problem if there is no view of this id
     */
    public static String parse(String id) throws Problem {
        if (!isKnown(id)) {
            throw new Problem("problem.view", 0, VisibleText.brief(id), String.join(", ", ALL));
        }
        return id;
    }

    private static boolean isKnown(String id) {
        return ALL.contains(id) || layout(id) != null;
    }

    /** Makes a key for the id of a view. */
    static SettingKey<String> key(String name) {
        return new SettingKey<>(name, AUTO, text -> {
            if (!isKnown(text)) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    /** Returns the id for the fields of messages by a layout of this name. */
    public static String ofLayout(String name) {
        return LAYOUT + name;
    }

    /** Returns the name of the layout by which the fields are read; null if the id names none. */
    public static String layout(String id) {
        return id.startsWith(LAYOUT) ? id.substring(LAYOUT.length()) : null;
    }
}
