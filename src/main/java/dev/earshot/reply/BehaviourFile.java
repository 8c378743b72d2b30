package dev.earshot.reply;

import com.google.gson.stream.JsonWriter;
import dev.earshot.codec.Framing;
import dev.earshot.codec.JsonFields;
import dev.earshot.codec.JsonText;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.io.IOException;
import java.util.Set;

/**
 * A {@link Behaviour} as a JSON file, in which the program keeps it between two runs. For whom it holds is not kept, for
 * peers have other numbers then.
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
 * <p>An answer is of the kind {@code nothing}, {@code echo}, {@code reply} (with a {@code template}), {@code rules} (with
 * {@code rules} as in {@link RulesFile}), {@code chat} or {@code roles} (with {@code first}, {@code second},
 * {@code replace} and {@code refusal}); a greeting {@code none}, {@code greet} (with a {@code template}) or
 * {@code hangup}. What is left out is as usual.
 */
public final class BehaviourFile {
    private static final String FORMAT = "earshot replies 1";

    private enum AnswerKind {
        NOTHING,
        ECHO,
        REPLY,
        RULES,
        CHAT,
        ROLES
    }

    private enum GreetingKind {
        NONE,
        GREET,
        HANGUP
    }

    private BehaviourFile() {}

    /**
     * Reads the text of a file: wholly, or not at all.
     *
     * @param file its name, for the words of problems
     * @throws Problem which says what is wrong and where
     */
    public static Behaviour parse(String text, String file) throws Problem {
        JsonFields from = JsonFields.parse(text, file);
        checkFormat(from, FORMAT);
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
        from.done();
        return behaviour;
    }

    /** @throws Problem if the file is of another kind, or of a later form */
    static void checkFormat(JsonFields from, String format) throws Problem {
        String found = from.text("format");
        if (!found.equals(format)) {
            throw from.problem("problem.json.format", "format", format, VisibleText.brief(found));
        }
    }

    /** @throws Problem if it is none */
    static Framing framing(JsonFields from) throws Problem {
        String typed = from.text("framing");
        try {
            return Framing.parse(typed);
        } catch (Problem e) {
            throw from.problem("problem.json.framing", "framing", VisibleText.brief(typed));
        }
    }

    private static Answer answer(JsonFields from) throws Problem {
        Answer answer = switch (from.choice("kind", AnswerKind.NOTHING)) {
            case NOTHING -> new Answer.Nothing();
            case ECHO -> new Answer.Echo();
            case REPLY -> new Answer.Reply(RuleJson.template(from.object("template")));
            case RULES -> new Answer.Rules(RuleJson.rules(from));
            case CHAT -> chat(from, Answer.Chat.STANDARD);
            case ROLES -> roles(from, Answer.Roles.STANDARD);
        };
        from.done();
        return answer;
    }

    private static Answer chat(JsonFields from, Answer.Chat usual) throws Problem {
        return new Answer.Chat(from.text("leave", usual.leave()), from.flag("toSender", usual.toSender()));
    }

    private static Answer roles(JsonFields from, Answer.Roles usual) throws Problem {
        return new Answer.Roles(
                from.text("first", usual.first()),
                from.text("second", usual.second()),
                from.flag("replace", usual.replace()),
                from.has("refusal") ? RuleJson.template(from.object("refusal")) : usual.refusal());
    }

    private static Greeting greeting(JsonFields from) throws Problem {
        Greeting greeting = switch (from.choice("kind", GreetingKind.NONE)) {
            case NONE -> new Greeting.None();
            case GREET -> new Greeting.Greet(RuleJson.template(from.object("template")));
            case HANGUP -> new Greeting.HangUp();
        };
        from.done();
        return greeting;
    }

    /** The text of the file. */
    public static String text(Behaviour behaviour) {
        return JsonText.of(out -> {
            out.name("format").value(FORMAT);
            out.name("answer").beginObject();
            put(out, behaviour.answer());
            out.endObject();
            out.name("framing").value(behaviour.framing().toString());
            out.name("thenClose").value(behaviour.thenClose());
            out.name("greeting").beginObject();
            put(out, behaviour.greeting());
            out.endObject();
            out.name("endOn").value(behaviour.endOn());
            out.name("mostPerSecond").value(behaviour.mostPerSecond());
            out.name("moreThanAsked").value(behaviour.moreThanAsked());
        });
    }

    private static void put(JsonWriter out, Answer answer) throws IOException {
        if (answer instanceof Answer.Nothing) {
            kind(out, AnswerKind.NOTHING);
        } else if (answer instanceof Answer.Echo) {
            kind(out, AnswerKind.ECHO);
        } else if (answer instanceof Answer.Reply reply) {
            RuleJson.put(kind(out, AnswerKind.REPLY).name("template"), reply.template());
        } else if (answer instanceof Answer.Rules rules) {
            RuleJson.put(kind(out, AnswerKind.RULES), rules.rules());
        } else if (answer instanceof Answer.Chat chat) {
            kind(out, AnswerKind.CHAT).name("leave").value(chat.leave());
            out.name("toSender").value(chat.toSender());
        } else if (answer instanceof Answer.Roles roles) {
            kind(out, AnswerKind.ROLES).name("first").value(roles.first());
            out.name("second").value(roles.second());
            out.name("replace").value(roles.replace());
            RuleJson.put(out.name("refusal"), roles.refusal());
        }
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
