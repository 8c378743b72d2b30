package dev.earshot.session.settings;

import java.util.regex.Pattern;

/**
 * The form of the ids by which settings and profiles name the views of messages. Which views there are is known to the
 * package {@code view}, of which the session knows nothing.
 */
public final class ViewId {
    /** Stands for the view that fits each message. */
    public static final String AUTO = "auto";

    /** Stands for the fields of each message, by the layout that fits. */
    public static final String FIELDS = "fields";

    /** Before the name of a layout by which the fields are read. */
    private static final String LAYOUT = "fields/";

    /** The form of an id: the name of a view, or the fields by a layout. */
    private static final Pattern FORM = Pattern.compile("[a-z-]+|" + LAYOUT + ".*", Pattern.DOTALL);

    private ViewId() {}

    /** Makes a key for the id of a view. One that no view has acts like {@link #AUTO}. */
    static SettingKey<String> key(String name) {
        return new SettingKey<>(name, AUTO, text -> {
            if (!FORM.matcher(text).matches()) {
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
