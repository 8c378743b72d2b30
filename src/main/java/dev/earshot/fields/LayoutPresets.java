package dev.earshot.fields;

import dev.earshot.codec.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The built-in layouts of messages, such as Modbus and MQTT. They are read when they are first wanted, which takes some
 * time. Any thread.
 */
public final class LayoutPresets {
    /** The resources, in the order in which the user is offered their layouts. */
    private static final List<String> FILES = List.of(
            "modbus",
            "mqtt",
            "gt06",
            "jt808",
            "teltonika",
            "nmea",
            "iec104",
            "hl7",
            "astm",
            "fix",
            "dns",
            "tftp",
            "dhcp",
            "stun",
            "rtp");

    private LayoutPresets() {}

    private static final class Loaded {
        static final List<MessageLayout> ALL =
                FILES.stream().flatMap(file -> load(file + ".json").stream()).toList();

        private Loaded() {}

        private static List<MessageLayout> load(String resource) {
            try {
                return LayoutFile.read(text(resource), resource);
            } catch (Problem e) {
                throw new IllegalStateException(resource, e);
            }
        }
    }

    private static String text(String resource) {
        try (InputStream in = LayoutPresets.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(resource, e);
        }
    }

    /** Returns all layouts. The first call blocks while they are read; never on the EDT. */
    public static List<MessageLayout> all() {
        return Loaded.ALL;
    }

    /**
     * Returns the whole file that describes the layout of a name; null if there is none. Blocks as {@link #all} does.
     */
    public static String file(String name) {
        for (String file : FILES) {
            String resource = file + ".json";
            if (Loaded.load(resource).stream().anyMatch(layout -> layout.name().equals(name))) {
                return text(resource);
            }
        }
        return null;
    }
}
