package dev.earshot.reply;

/** Answers every message with the same template. */
final class FixedReplier implements Replier {
    private final TemplateReply answer;
    private final int mostPerSecond;
    private final ReplySender delivery;

    FixedReplier(TemplateReply answer, int mostPerSecond, ReplySender delivery) {
        this.answer = answer;
        this.mostPerSecond = mostPerSecond;
        this.delivery = delivery;
    }

    @Override
    public boolean wants(PeerState from) {
        return answer.isReady();
    }

    @Override
    public boolean message(PeerState from, Message message, Rest rest) {
        return delivery.mayAnswer(from, mostPerSecond) && answer.send(from, message);
    }
}
