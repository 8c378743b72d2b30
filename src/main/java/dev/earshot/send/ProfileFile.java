package dev.earshot.send;

import com.google.gson.stream.JsonWriter;
import dev.earshot.codec.JsonFields;
import dev.earshot.codec.JsonFormat;
import dev.earshot.codec.JsonText;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.codec.framing.Framing;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.BehaviourFile;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.EndpointKinds;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TabKeys;
import dev.earshot.session.view.MessageViews;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads and writes a {@link Profile} as a JSON file that a person can write too:
 *
 * <pre>{@code
 * {
 *   "format": "earshot profile 1",
 *   "name": "Boiler room",
 *   "kind": "tcp_server",
 *   "settings": {"address": "0.0.0.0", "port": 502, "framing": "modbus-tcp", "view": "hex", "server.max.clients": 8},
 *   "replies": {"answer": {"kind": "echo"}},
 *   "quickSends": {"quickSends": [{"name": "Read", "hex": "01 03 00 00 00 01"}]}
 * }
 * }</pre>
 *
 * <p>{@code kind} is tcp_server, tcp_client, udp, relay or tftp. {@code settings} has the names of {@link TabKeys},
 * with a text, a number, true or false; one that is missing has its usual value. {@code replies} are as in {@link
 * BehaviourFile} and {@code quickSends} as in {@link QuickSendsFile}, both without {@code format}. Any other field is
 * refused by its name, with its line and column. Passwords are in no profile.
 */
public final class ProfileFile {
    private static final String FORMAT = "earshot profile 1";

    private ProfileFile() {}

    /**
     * Parses the text of a file, completely or not at all.
     *
     * @param file its name, for the words of problems
     * @throws Problem which says what is wrong and where
     */
    public static Profile parse(String text, String file) throws Problem {
        JsonFields from = JsonFields.parseLocated(text, file);
        JsonFormat.require(from, FORMAT);
        String name = from.text("name", "");
        EndpointKind kind = kind(from);
        Map<SettingKey<?>, Object> values = from.has("settings") ? values(from.object("settings"), kind) : Map.of();
        Behaviour behaviour = from.has("replies") ? BehaviourFile.read(from.object("replies")) : Behaviour.NONE;
        QuickSends quickSends =
                from.has("quickSends") ? QuickSendsFile.readAll(from.object("quickSends")) : QuickSends.NONE;
        from.refuseUnknown();
        return new Profile(name, kind, values, behaviour, quickSends);
    }

    private static EndpointKind kind(JsonFields from) throws Problem {
        List<String> ids = EndpointKinds.ALL.stream().map(ProfileFile::id).toList();
        from.text("kind");
        return EndpointKinds.ALL.get(ids.indexOf(from.choice("kind", ids, "")));
    }

    private static String id(EndpointKind kind) {
        return kind.id().toLowerCase(Locale.ROOT);
    }

    private static Map<SettingKey<?>, Object> values(JsonFields from, EndpointKind kind) throws Problem {
        Map<SettingKey<?>, Object> values = new LinkedHashMap<>();
        for (SettingKey<?> key : TabKeys.of(kind)) {
            if (from.has(key.name())) {
                values.put(key, value(from, key));
            }
        }
        from.refuseUnknown();
        for (SettingKey<?> key : values.keySet()) {
            checkAlone(from, kind, key, values);
        }
        return values;
    }

    /**
     * Checks a value that is kept as it was typed, such as a port, by the endpoint that it makes with all others usual.
     */
    private static void checkAlone(
            JsonFields from, EndpointKind kind, SettingKey<?> key, Map<SettingKey<?>, Object> values) throws Problem {
        Settings scratch = Settings.unsaved();
        new Profile("", kind, Map.of(key, values.get(key)), Behaviour.NONE, QuickSends.NONE).applyTo(scratch);
        try {
            kind.config(scratch);
        } catch (Problem e) {
            throw from.problem("problem.profile.value", key.name(), VisibleText.brief(String.valueOf(values.get(key))));
        }
    }

    private static Object value(JsonFields from, SettingKey<?> key) throws Problem {
        if (key.fallback() instanceof Boolean) {
            return from.flag(key.name(), false);
        }
        String text = from.scalar(key.name());
        try {
            if (key == Settings.VIEW && !MessageViews.isKnown(text)) {
                throw new IllegalArgumentException(text); // settings do not know which views there are
            }
            return key.parse().apply(text);
        } catch (IllegalArgumentException e) {
            String problem = key.fallback() instanceof Framing ? "problem.json.framing" : "problem.profile.value";
            throw from.problem(problem, key.name(), VisibleText.brief(text));
        }
    }

    /** Returns the text of the file. */
    public static String print(Profile profile) {
        return JsonText.of(out -> {
            out.name("format").value(FORMAT);
            out.name("name").value(profile.name());
            out.name("kind").value(id(profile.kind()));
            out.name("settings").beginObject();
            for (SettingKey<?> key : TabKeys.of(profile.kind())) {
                put(out.name(key.name()), key, profile);
            }
            out.endObject();
            out.name("replies").beginObject();
            BehaviourFile.write(out, profile.behaviour());
            out.endObject();
            out.name("quickSends").beginObject();
            QuickSendsFile.writeAll(out, profile.quickSends());
            out.endObject();
        });
    }

    private static <T> void put(JsonWriter out, SettingKey<T> key, Profile profile) throws IOException {
        T value = profile.get(key);
        if (value instanceof Boolean flag) {
            out.value(flag);
        } else if (value instanceof Integer number) {
            out.value(number);
        } else {
            out.value(SettingKey.print(value));
        }
    }
}
