package dev.earshot.reply;

/** An answer that sends the bytes of each read back at once. */
public record EchoAnswer() implements Answer {
    /** The kind of these answers. */
    public static final AnswerKind<EchoAnswer> KIND = new AnswerKind<>("echo", new EchoAnswer());

    @Override
    public AnswerKind<EchoAnswer> kind() {
        return KIND;
    }

    @Override
    public Replier replier(ReplyContext context) {
        return new EchoReplier(
                context.behaviour().mostPerSecond(), context.tools().sender());
    }
}
