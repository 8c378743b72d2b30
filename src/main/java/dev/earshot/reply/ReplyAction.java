package dev.earshot.reply;

import dev.earshot.codec.Problem;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;

/** What is to be done about a message. Orders are carried out one after the other. */
public sealed interface ReplyAction {

    /**
     * Send this.
     *
     * @param bytes which nobody may change; several orders may have the same
     * @param delayMillis how long after the message
     * @param origin the rule
     */
    record Send(Peer to, byte[] bytes, int delayMillis, Origin origin) implements ReplyAction {}

    /** End the conversation (FIN), once what was ordered before is out. */
    record End(Peer peer, int delayMillis) implements ReplyAction {}

    /** Report that an answer could not be made, such as for a character that the receiver's encoding lacks. */
    record ReportProblem(Peer to, Problem problem, Origin origin) implements ReplyAction {}
}
