package dev.earshot.reply;

import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;

/**
 * One behaviour at one endpoint, from which its replier is made.
 *
 * @param peers those for whom the behaviour holds
 */
record ReplyContext(Behaviour behaviour, PresentPeers peers, ReplyTools tools) {

    /** Makes a template ready to be sent. */
    TemplateReply template(Template typed, OriginKind kind) {
        return new TemplateReply(typed, new Origin(kind), peers, tools.sender());
    }
}
