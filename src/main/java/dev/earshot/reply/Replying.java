package dev.earshot.reply;

/** Answers every message with the same template. */
final class Replying implements Reaction {
    static final String ORIGIN = "reply";

    private final Filling answer;
    private final int mostPerSecond;
    private final Delivery delivery;

    Replying(Filling answer, int mostPerSecond, Delivery delivery) {
        this.answer = answer;
        this.mostPerSecond = mostPerSecond;
        this.delivery = delivery;
    }

    @Override
    public boolean wants(Party from) {
        return answer.isReady();
    }

    @Override
    public boolean message(Party from, Message message, Rest rest) {
        return delivery.mayAnswer(from, mostPerSecond) && answer.send(from, message);
    }
}
