package dev.earshot.reply.rules;

import com.google.gson.stream.JsonWriter;
import dev.earshot.codec.JsonFields;
import dev.earshot.codec.Problem;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads and writes a {@link Match} as JSON: {@code {"starts": "temp?"}}; without a field, every message matches. */
public final class MatchJson {
    private static final List<String> KINDS = Arrays.stream(Match.Kind.values())
            .filter(kind -> kind != Match.Kind.ANY)
            .map(JsonFields::name)
            .toList();

    private MatchJson() {}

    /**
     * Reads a match from its object.
     *
     * @throws Problem if the object holds anything else
     */
    public static Match read(JsonFields from) throws Problem {
        String kind = from.oneOf(KINDS);
        from.refuseUnknown();
        return kind == null
                ? new Match(Match.Kind.ANY, "")
                : new Match(Match.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), from.text(kind));
    }

    /** Writes a match as an object. */
    public static void put(JsonWriter out, Match match) throws IOException {
        out.beginObject();
        if (match.kind() != Match.Kind.ANY) {
            out.name(JsonFields.name(match.kind())).value(match.pattern());
        }
        out.endObject();
    }
}
