package dev.earshot.reply;

import com.google.gson.stream.JsonWriter;
import dev.earshot.codec.JsonFields;
import dev.earshot.codec.Problem;
import dev.earshot.net.OriginKind;
import dev.earshot.reply.rules.Template;
import java.io.IOException;

/**
 * An answer that forwards the bytes of each peer to the other side of its pair. A peer's first message names its role,
 * optionally followed by a blank and the id of its pair; from then on its bytes go to the other side of its pair, or
 * without an id to all peers of the other side without one, and nowhere else.
 *
 * @param first the name of one side, such as {@code APP}
 * @param second the name of the other side, such as {@code DEVICE}
 * @param replacesHolder whether a peer that requests a role with an id in use takes it over; otherwise its holder keeps
 *     it until it has finished sending
 * @param refusal the answer to a peer whose request is refused; {@code ${0}} is its request
 */
public record RolesAnswer(String first, String second, boolean replacesHolder, Template refusal) implements Answer {
    /** The forwarding with default settings. */
    public static final RolesAnswer DEFAULT =
            new RolesAnswer("APP", "DEVICE", false, Template.text("REFUSED ${0}\\r\\n"));
    /** The kind of these answers. */
    public static final AnswerKind<RolesAnswer> KIND = new AnswerKind<>("roles", DEFAULT, RolesAnswer::read);

    private static RolesAnswer read(JsonFields from) throws Problem {
        return new RolesAnswer(
                from.text("first", DEFAULT.first),
                from.text("second", DEFAULT.second),
                from.flag("replace", DEFAULT.replacesHolder),
                from.has("refusal") ? RuleJson.template(from.object("refusal")) : DEFAULT.refusal);
    }

    @Override
    public AnswerKind<RolesAnswer> kind() {
        return KIND;
    }

    @Override
    public void write(JsonWriter out) throws IOException {
        out.name("first").value(first);
        out.name("second").value(second);
        out.name("replace").value(replacesHolder);
        RuleJson.put(out.name("refusal"), refusal);
    }

    @Override
    public Replier replier(ReplyContext context) {
        return new RoleForwarder(this, context.template(refusal, OriginKind.REFUSAL), context);
    }
}
