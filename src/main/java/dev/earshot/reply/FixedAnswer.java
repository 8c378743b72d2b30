package dev.earshot.reply;

import com.google.gson.stream.JsonWriter;
import dev.earshot.codec.Problem;
import dev.earshot.net.OriginKind;
import dev.earshot.reply.rules.Template;
import java.io.IOException;

/** An answer that sends the same template for every message. */
public record FixedAnswer(Template template) implements Answer {
    /** The kind of these answers. */
    public static final AnswerKind<FixedAnswer> KIND = new AnswerKind<>(
            "reply",
            new FixedAnswer(Template.text("")),
            from -> new FixedAnswer(RuleJson.template(from.object("template"))));

    @Override
    public AnswerKind<FixedAnswer> kind() {
        return KIND;
    }

    @Override
    public boolean isBlank() {
        return template.text().isEmpty();
    }

    @Override
    public void check() throws Problem {
        template.check();
    }

    @Override
    public void write(JsonWriter out) throws IOException {
        RuleJson.put(out.name("template"), template);
    }

    @Override
    public Replier replier(ReplyContext context) {
        return new FixedReplier(
                context.template(template, OriginKind.REPLY),
                context.behaviour(),
                context.tools().sender());
    }
}
