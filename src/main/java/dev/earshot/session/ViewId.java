package dev.earshot.session;

import java.util.List;

/**
 * The ids of views that settings and profiles may have. The package {@code view}, of which the session knows nothing,
 * has the views.
 */
public final class ViewId {
    /** Stands for the view that fits each message. */
    public static final String AUTO = "auto";

    /** All ids, in the order in which they are offered. */
    public static final List<String> ALL =
            List.of(AUTO, "text", "hex", "json", "xml", "key-value", "http", "websocket");

    private ViewId() {}

    /** Makes a key for the id of a view. */
    static SettingKey<String> key(String name) {
        return new SettingKey<>(name, AUTO, text -> {
            if (!ALL.contains(text)) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }
}
