package dev.earshot.reply;

import dev.earshot.net.Endpoint;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;

/**
 * The parts of an endpoint with which repliers carry out one behaviour.
 *
 * @param peers those for whom the behaviour holds
 * @param patienceMillis how long a peer to which bytes are forwarded may take nothing
 */
record ReplyContext(
        Behaviour behaviour,
        PresentPeers peers,
        RoleBook roles,
        Endpoint endpoint,
        ReplySender sender,
        DelayedReplies delays,
        ReplyCounters counters,
        int patienceMillis) {

    /** Makes a template ready to be sent. */
    TemplateReply template(Template typed, OriginKind kind) {
        return new TemplateReply(typed, new Origin(kind), peers, sender);
    }
}
