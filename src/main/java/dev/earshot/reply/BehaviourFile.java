package dev.earshot.reply;

import com.google.gson.stream.JsonWriter;
import dev.earshot.codec.JsonFields;
import dev.earshot.codec.JsonFormat;
import dev.earshot.codec.JsonText;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.codec.framing.Framing;
import java.io.IOException;
import java.util.Set;

/**
 * Reads and writes a {@link Behaviour} as JSON, which keeps it between two runs of the program. The peers that it is
 * limited to are not stored, because peers have other numbers in the next run.
 *
 * <pre>{@code
 * {
 *   "format": "earshot replies 1",
 *   "answer": {"kind": "chat", "leave": "(^|说)bye$", "toSender": true},
 *   "framing": "lines",
 *   "thenClose": false,
 *   "greeting": {"kind": "none"},
 *   "endOn": "",
 *   "mostPerSecond": 1000,
 *   "moreThanAsked": false
 * }
 * }</pre>
 *
 * <p>An answer has the id of its {@link AnswerKind} and the fields that {@link Answer#write} gives it; {@code rules}
 * are as in {@link RulesFile}. A greeting has the kind {@code none}, {@code greet} (with a {@code template}) or {@code
 * hangup}. A missing field has its default.
 */
public final class BehaviourFile {
    private static final String FORMAT = "earshot replies 1";

    private enum GreetingKind {
        NONE,
        GREET,
        HANGUP
    }

    private BehaviourFile() {}

    /**
     * Parses the text of a file, completely or not at all.
     *
     * @param file its name, for the words of problems
     * @throws Problem which says what is wrong and where
     */
    public static Behaviour parse(String text, String file) throws Problem {
        JsonFields from = JsonFields.parse(text, file);
        JsonFormat.require(from, FORMAT);
        return read(from);
    }

    /**
     * Reads the fields of a behaviour from an object of another file.
     *
     * @throws Problem which says what is wrong and where
     */
    public static Behaviour read(JsonFields from) throws Problem {
        Behaviour none = Behaviour.NONE;
        Behaviour behaviour = new Behaviour(
                from.has("answer") ? answer(from.object("answer")) : none.answer(),
                from.has("framing") ? framing(from) : none.framing(),
                from.flag("thenClose", false),
                from.has("greeting") ? greeting(from.object("greeting")) : none.greeting(),
                from.text("endOn", ""),
                Set.of(),
                from.number("mostPerSecond", 0, Integer.MAX_VALUE, Behaviour.MOST_PER_SECOND),
                from.flag("moreThanAsked", false));
        from.refuseUnknown();
        return behaviour;
    }

    /**
     * Reads the field {@code framing}.
     *
     * @throws Problem if it is no framing
     */
    static Framing framing(JsonFields from) throws Problem {
        String typed = from.text("framing");
        try {
            return Framing.parse(typed);
        } catch (Problem e) {
            throw from.problem("problem.json.framing", "framing", VisibleText.brief(typed));
        }
    }

    private static Answer answer(JsonFields from) throws Problem {
        Answer answer = AnswerKinds.read(from);
        from.refuseUnknown();
        return answer;
    }

    private static Greeting greeting(JsonFields from) throws Problem {
        Greeting greeting = switch (from.choice("kind", GreetingKind.NONE)) {
            case NONE -> new Greeting.None();
            case GREET -> new Greeting.Greet(RuleJson.template(from.object("template")));
            case HANGUP -> new Greeting.HangUp();
        };
        from.refuseUnknown();
        return greeting;
    }

    /** Returns the text of the file. */
    public static String text(Behaviour behaviour) {
        return JsonText.of(out -> {
            out.name("format").value(FORMAT);
            write(out, behaviour);
        });
    }

    /** Writes the fields of a behaviour into an object that the caller has begun. */
    public static void write(JsonWriter out, Behaviour behaviour) throws IOException {
        out.name("answer").beginObject();
        out.name("kind").value(behaviour.answer().kind().id());
        behaviour.answer().write(out);
        out.endObject();
        out.name("framing").value(behaviour.framing().toString());
        out.name("thenClose").value(behaviour.endsAfterAnswer());
        out.name("greeting").beginObject();
        put(out, behaviour.greeting());
        out.endObject();
        out.name("endOn").value(behaviour.endOn());
        out.name("mostPerSecond").value(behaviour.mostPerSecond());
        out.name("moreThanAsked").value(behaviour.allowsAmplification());
    }

    private static void put(JsonWriter out, Greeting greeting) throws IOException {
        if (greeting instanceof Greeting.Greet greet) {
            RuleJson.put(kind(out, GreetingKind.GREET).name("template"), greet.template());
        } else {
            kind(out, greeting instanceof Greeting.HangUp ? GreetingKind.HANGUP : GreetingKind.NONE);
        }
    }

    private static JsonWriter kind(JsonWriter out, Enum<?> kind) throws IOException {
        return out.name("kind").value(JsonFields.name(kind));
    }
}
