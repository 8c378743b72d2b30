package dev.earshot.reply;

import dev.earshot.codec.JsonFields;
import dev.earshot.codec.JsonFormat;
import dev.earshot.codec.JsonText;
import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.Rule;
import dev.earshot.reply.rules.Template;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a JSON file, by which users keep and exchange them:
 *
 * <pre>{@code
 * {
 *   "format": "earshot rules 1",
 *   "framing": "lines",
 *   "rules": [
 *     {
 *       "name": "temperature",
 *       "match": {"starts": "temp?"},
 *       "answer": {"text": "temp=${random:20-25}", "ending": "crlf"}
 *     }
 *   ]
 * }
 * }</pre>
 *
 * <p>{@code framing} is optional and read by {@link Framing#parse}. A rule has
 *
 * <ul>
 *   <li>{@code answer}, which it must have: {@code text}, optionally with an {@code ending} (none, lf, crlf, cr), or
 *       {@code hex}; see {@link Template};
 *   <li>{@code match}: one of {@code equals}, {@code contains}, {@code starts}, {@code ends}, {@code expression} and
 *       {@code hex}, see {@link Match}; without it, every message matches;
 *   <li>{@code name}; {@code on} (true), which may be false;
 *   <li>{@code delay} (0) in milliseconds, {@code mostPerSecond} (0: no bound);
 *   <li>{@code to}: sender (default), all or role, and for the latter the {@code role};
 *   <li>{@code thenClose} (false);
 *   <li>{@code state}, in which the rule is used (without it: in every state), and {@code nextState}, to which it
 *       leads; a conversation begins in the state {@code start}.
 * </ul>
 *
 * Any other field is refused. Patterns and answers are not checked here, but when they are used.
 *
 * @param framing empty if the file has none
 */
public record RulesFile(Optional<Framing> framing, List<Rule> rules) {
    private static final String FORMAT = "earshot rules 1";

    public RulesFile {
        rules = List.copyOf(rules);
    }

    /**
     * Parses the text of a file, completely or not at all.
     *
     * @param file its name, for the words of problems
     * @throws Problem which says what is wrong and where
     */
    public static RulesFile parse(String text, String file) throws Problem {
        JsonFields from = JsonFields.parse(text, file);
        JsonFormat.require(from, FORMAT);
        Optional<Framing> framing = from.has("framing") ? Optional.of(BehaviourFile.framing(from)) : Optional.empty();
        RulesFile rules = new RulesFile(framing, RuleJson.rules(from));
        from.refuseUnknown();
        return rules;
    }

    /** Returns the text of the file. */
    public String text() {
        return JsonText.of(out -> {
            out.name("format").value(FORMAT);
            if (framing.isPresent()) {
                out.name("framing").value(framing.get().toString());
            }
            RuleJson.put(out, rules);
        });
    }
}
