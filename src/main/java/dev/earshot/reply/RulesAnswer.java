package dev.earshot.reply;

import com.google.gson.stream.JsonWriter;
import dev.earshot.reply.rules.CompiledRules;
import dev.earshot.reply.rules.Rule;
import java.io.IOException;
import java.util.List;

/** An answer that uses the first rule that matches a message. */
public record RulesAnswer(List<Rule> rules) implements Answer {
    /** The kind of these answers. */
    public static final AnswerKind<RulesAnswer> KIND =
            new AnswerKind<>("rules", new RulesAnswer(List.of()), from -> new RulesAnswer(RuleJson.rules(from)));

    public RulesAnswer {
        rules = List.copyOf(rules);
    }

    @Override
    public AnswerKind<RulesAnswer> kind() {
        return KIND;
    }

    @Override
    public boolean isBlank() {
        return rules.isEmpty();
    }

    @Override
    public void write(JsonWriter out) throws IOException {
        RuleJson.put(out, rules);
    }

    @Override
    public Replier replier(ReplyContext context) {
        CompiledRules compiled = new CompiledRules(rules);
        context.tools().counters().setRules(compiled);
        if (compiled.readsFields()) {
            context.peers().prepareFields();
        }
        return new RuleReplier(
                compiled,
                context.behaviour(),
                context.peers(),
                context.tools().sender(),
                context.tools().delays());
    }
}
