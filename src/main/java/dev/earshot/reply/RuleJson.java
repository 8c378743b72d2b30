package dev.earshot.reply;

import com.google.gson.stream.JsonWriter;
import dev.earshot.codec.JsonFields;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.MatchJson;
import dev.earshot.reply.rules.Rule;
import dev.earshot.reply.rules.Template;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes rules and templates as JSON. A field with its default value is left out. */
final class RuleJson {
    private static final int MOST_PER_SECOND = 1_000_000;

    private RuleJson() {}

    static List<Rule> rules(JsonFields from) throws Problem {
        List<Rule> rules = new ArrayList<>();
        for (JsonFields fields : from.objects("rules")) {
            rules.add(rule(fields));
        }
        return rules;
    }

    private static Rule rule(JsonFields from) throws Problem {
        Rule rule = new Rule(
                from.flag("on", true),
                from.text("name", ""),
                from.has("match") ? MatchJson.read(from.object("match")) : new Match(Match.Kind.ANY, ""),
                template(from.object("answer")),
                from.number("delay", 0, Rule.MOST_DELAY_MILLIS, 0),
                from.choice("to", Rule.Receivers.SENDER),
                from.text("role", ""),
                from.number("mostPerSecond", 0, MOST_PER_SECOND, 0),
                from.flag("thenClose", false),
                from.flag("thenStartTls", false),
                from.text("state", ""),
                from.text("nextState", ""));
        from.refuseUnknown();
        return rule;
    }

    static Template template(JsonFields from) throws Problem {
        boolean hex = "hex".equals(from.oneOf(List.of("text", "hex")));
        LineEnding ending = hex ? LineEnding.NONE : from.choice("ending", LineEnding.NONE);
        Template template = new Template(hex ? TextForm.HEX : TextForm.TEXT, from.text(hex ? "hex" : "text"), ending);
        from.refuseUnknown();
        return template;
    }

    static void put(JsonWriter out, List<Rule> rules) throws IOException {
        out.name("rules").beginArray();
        for (Rule rule : rules) {
            put(out, rule);
        }
        out.endArray();
    }

    private static void put(JsonWriter out, Rule rule) throws IOException {
        out.beginObject();
        put(out, "name", rule.name(), "");
        if (!rule.isOn()) {
            out.name("on").value(false);
        }
        if (rule.match().kind() != Match.Kind.ANY) {
            MatchJson.put(out.name("match"), rule.match());
        }
        put(out.name("answer"), rule.answer());
        if (rule.delayMillis() != 0) {
            out.name("delay").value(rule.delayMillis());
        }
        put(out, "to", JsonFields.name(rule.receivers()), JsonFields.name(Rule.Receivers.SENDER));
        put(out, "role", rule.role(), "");
        if (rule.mostPerSecond() != 0) {
            out.name("mostPerSecond").value(rule.mostPerSecond());
        }
        if (rule.endsAfterAnswer()) {
            out.name("thenClose").value(true);
        }
        if (rule.startsTlsAfterAnswer()) {
            out.name("thenStartTls").value(true);
        }
        put(out, "state", rule.state(), "");
        put(out, "nextState", rule.nextState(), "");
        out.endObject();
    }

    static void put(JsonWriter out, Template template) throws IOException {
        out.beginObject();
        out.name(JsonFields.name(template.form())).value(template.text());
        if (template.form() == TextForm.TEXT) {
            put(out, "ending", JsonFields.name(template.ending()), JsonFields.name(LineEnding.NONE));
        }
        out.endObject();
    }

    private static void put(JsonWriter out, String key, String value, String usual) throws IOException {
        if (!value.equals(usual)) {
            out.name(key).value(value);
        }
    }
}
