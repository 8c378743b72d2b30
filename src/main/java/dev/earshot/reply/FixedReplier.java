package dev.earshot.reply;

import dev.earshot.reply.rules.Message;

/** Carries out {@link FixedAnswer}: sends the same template for every message. */
final class FixedReplier implements Replier {
    private final TemplateReply answer;
    private final Behaviour behaviour;
    private final ReplySender sender;

    FixedReplier(TemplateReply answer, Behaviour behaviour, ReplySender sender) {
        this.answer = answer;
        this.behaviour = behaviour;
        this.sender = sender;
    }

    @Override
    public boolean wantsMessagesOf(PeerState from) {
        return answer.isReady();
    }

    @Override
    public boolean answerMessage(PeerState from, Message message, Remainder rest) {
        return sender.mayAnswer(from, behaviour.mostPerSecond())
                && answer.send(from, message.unescaped(behaviour.framing()));
    }
}
