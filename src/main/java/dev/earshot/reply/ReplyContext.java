package dev.earshot.reply;

import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import dev.earshot.reply.rules.Template;

/**
 * The behaviour and the parts of an endpoint from which a replier is created.
 *
 * @param peers the peers to which the behaviour applies
 */
record ReplyContext(Behaviour behaviour, PresentPeers peers, ReplyTools tools) {

    /** Compiles a template whose messages have this kind of origin. */
    TemplateReply template(Template typed, OriginKind kind) {
        return new TemplateReply(typed, new Origin(kind), peers, tools.sender());
    }
}
