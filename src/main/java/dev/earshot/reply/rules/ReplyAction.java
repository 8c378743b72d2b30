package dev.earshot.reply.rules;

import dev.earshot.codec.Problem;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;

/** An action that the rules decide for a message. Actions are carried out one after the other. */
public sealed interface ReplyAction {

    /**
     * Sends bytes to a peer.
     *
     * @param bytes the bytes, which must not be changed; several actions may share them
     * @param delayMillis the delay after the message in milliseconds
     * @param origin the rule
     */
    record Send(Peer to, byte[] bytes, int delayMillis, Origin origin) implements ReplyAction {}

    /** Ends the conversation (FIN) after everything that was ordered before is sent. */
    record End(Peer peer, int delayMillis) implements ReplyAction {}

    /** Encrypts the conversation behind everything that was ordered before. */
    record StartTls(Peer peer, int delayMillis) implements ReplyAction {}

    /** Changes the state of the conversation with a peer, at once. */
    record ChangeState(Peer peer, String state) implements ReplyAction {}

    /** Reports that an answer could not be made, such as for a character that the receiver's encoding lacks. */
    record ReportProblem(Peer to, Problem problem, Origin origin) implements ReplyAction {}
}
