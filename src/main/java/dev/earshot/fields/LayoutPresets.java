package dev.earshot.fields;

import dev.earshot.codec.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The layouts that every user has. A file of them is read when one of its layouts is wanted. Any thread. */
public final class LayoutPresets {
    /** The resources, in the order in which the user is offered their layouts. */
    private static final List<PresetFile> FILES = List.of(
            new PresetFile("modbus", "modbus-tcp", "502"),
            new PresetFile("mqtt", "mqtt", "1883"),
            new PresetFile("gt06", "gt06", ""),
            new PresetFile("jt808", "jt808", ""),
            new PresetFile("teltonika", "teltonika", ""),
            new PresetFile("nmea", "nmea", "10110"),
            new PresetFile("iec104", "iec104", "2404"),
            new PresetFile("hl7", "mllp hl7", "2575"),
            new PresetFile("astm", "astm", ""),
            new PresetFile("fix", "fix", ""),
            new PresetFile("dns", "dns-tcp", "53 5353"),
            new PresetFile("tftp", "", "69"),
            new PresetFile("dhcp", "", "67 68"),
            new PresetFile("stun", "", "3478 19302"),
            new PresetFile("rtp", "", ""));

    private static final Map<PresetFile, List<MessageLayout>> LOADED = new LinkedHashMap<>();

    private LayoutPresets() {}

    /**
     * A resource with layouts.
     *
     * @param framings the framings of all its layouts, so that it is not read for others
     * @param ports the ports of all its layouts
     */
    private record PresetFile(String name, List<String> framings, List<String> ports) {
        PresetFile(String name, String framings, String ports) {
            this(name, List.of(framings.split(" ")), List.of(ports.split(" ")));
        }

        boolean belongsTo(List<String> framingNames, int port) {
            return framings.stream().anyMatch(framingNames::contains) || ports.contains(Integer.toString(port));
        }
    }

    /** Returns all layouts. Reads all files. */
    public static List<MessageLayout> all() {
        List<MessageLayout> all = new ArrayList<>();
        FILES.forEach(file -> all.addAll(layouts(file)));
        return all;
    }

    /** Returns the layout of a name; null if there is none. */
    public static MessageLayout find(String name) {
        return all().stream()
                .filter(layout -> layout.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Returns the layouts of one of these framings, and those of a server's port. */
    static List<MessageLayout> of(List<String> framings, int port) {
        List<MessageLayout> found = new ArrayList<>();
        for (PresetFile file : FILES) {
            if (file.belongsTo(framings, port)) {
                found.addAll(layouts(file));
            }
        }
        return found;
    }

    private static List<MessageLayout> layouts(PresetFile file) {
        synchronized (LOADED) {
            return LOADED.computeIfAbsent(file, LayoutPresets::load);
        }
    }

    private static List<MessageLayout> load(PresetFile file) {
        String resource = file.name + ".json";
        try (InputStream in = LayoutPresets.class.getResourceAsStream(resource)) {
            return List.copyOf(LayoutFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource));
        } catch (IOException | Problem e) {
            throw new IllegalStateException(resource, e);
        }
    }
}
