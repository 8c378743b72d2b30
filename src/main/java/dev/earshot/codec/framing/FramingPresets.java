package dev.earshot.codec.framing;

import dev.earshot.codec.JsonFields;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The framings that are known by the names of protocols, such as {@code mllp}. The built-in ones are the resource
 * {@code framings.json}; a user's own file has the same form:
 *
 * <pre>{@code
 * {
 *   "format": "earshot framings 1",
 *   "framings": [
 *     {"name": "gt06", "title": "GT06 trackers", "titleZh": "...", "framing": "length:2,1,be,+2", "source": "..."}
 *   ]
 * }
 * }</pre>
 *
 * <p>{@code title}, {@code titleZh} and {@code source} may be missing. {@code framing} is read by {@link
 * Framing#parse}. Settings and rules store the text of a framing, never its name, so that they mean the same on every
 * computer, whatever presets it has. Immutable.
 */
public final class FramingPresets {
    private static final String FORMAT = "earshot framings 1";
    private static final String RESOURCE = "framings.json";

    private final Map<String, FramingPreset> byName;

    private FramingPresets(Map<String, FramingPreset> byName) {
        this.byName = byName;
    }

    /** Loads the built-in presets when they are first wanted. */
    private static final class BuiltIn {
        static final FramingPresets PRESETS = load();

        private BuiltIn() {}

        private static FramingPresets load() {
            try (InputStream in = FramingPresets.class.getResourceAsStream(RESOURCE)) {
                return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), RESOURCE, new LinkedHashMap<>());
            } catch (IOException | Problem e) {
                throw new IllegalStateException(RESOURCE, e);
            }
        }
    }

    /** Returns the presets that every user has. */
    public static FramingPresets builtIn() {
        return BuiltIn.PRESETS;
    }

    /**
     * Returns these presets and those of a file, which replace presets of the same names.
     *
     * @param json the content of the file
     * @param file its name, for the words of problems
     * @throws Problem if anything in the file is wrong
     */
    public FramingPresets with(String json, String file) throws Problem {
        return read(json, file, new LinkedHashMap<>(byName));
    }

    private static FramingPresets read(String json, String file, Map<String, FramingPreset> presets) throws Problem {
        JsonFields all = JsonFields.parse(json, file);
        String format = all.text("format");
        if (!format.equals(FORMAT)) {
            throw all.problem("problem.json.format", "format", FORMAT, VisibleText.brief(format));
        }
        for (JsonFields one : all.objects("framings")) {
            FramingPreset preset = preset(one);
            presets.put(preset.name(), preset);
        }
        all.refuseUnknown();
        return new FramingPresets(presets);
    }

    private static FramingPreset preset(JsonFields from) throws Problem {
        String name = from.text("name");
        if (!name.matches("[a-z][a-z0-9-]*") || FramingKinds.find(name) != null) {
            throw from.problem("problem.json.preset", "name", VisibleText.brief(name));
        }
        String title = from.text("title", name);
        String chinese = from.text("titleZh", title);
        String source = from.text("source", "");
        String typed = from.text("framing");
        from.refuseUnknown();
        try {
            return new FramingPreset(name, title, chinese, Framing.parse(typed), source);
        } catch (Problem e) {
            throw from.problem("problem.json.framing", "framing", VisibleText.brief(typed));
        }
    }

    /** Returns all presets, in the order in which the user is offered them. */
    public List<FramingPreset> all() {
        return List.copyOf(byName.values());
    }

    /** Returns the framing of this name, in any case; null if there is none. */
    public Framing find(String name) {
        FramingPreset preset = byName.get(name.strip().toLowerCase(Locale.ROOT));
        return preset == null ? null : preset.framing();
    }

    /** Returns the first preset with this framing. */
    public Optional<FramingPreset> presetOf(Framing framing) {
        return byName.values().stream()
                .filter(preset -> preset.framing().equals(framing))
                .findFirst();
    }

    /**
     * Reads the name of a preset, or a framing as {@link Framing#parse} does; a wait may stand behind either.
     *
     * @throws Problem if it is neither
     */
    public Framing parse(String text) throws Problem {
        return Framing.parse(text, this::find);
    }
}
