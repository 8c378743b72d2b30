package dev.earshot.reply;

/** Carries out {@link FixedAnswer}: sends the same template for every message. */
final class FixedReplier implements Replier {
    private final TemplateReply answer;
    private final int mostPerSecond;
    private final ReplySender sender;

    FixedReplier(TemplateReply answer, int mostPerSecond, ReplySender sender) {
        this.answer = answer;
        this.mostPerSecond = mostPerSecond;
        this.sender = sender;
    }

    @Override
    public boolean wantsMessagesOf(PeerState from) {
        return answer.isReady();
    }

    @Override
    public boolean answerMessage(PeerState from, Message message, Remainder rest) {
        return sender.mayAnswer(from, mostPerSecond) && answer.send(from, message);
    }
}
