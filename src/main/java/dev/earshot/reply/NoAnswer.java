package dev.earshot.reply;

/** An answer that leaves every message unanswered. */
public record NoAnswer() implements Answer {
    /** The kind of these answers. */
    public static final AnswerKind<NoAnswer> KIND = new AnswerKind<>("nothing", new NoAnswer());

    @Override
    public AnswerKind<NoAnswer> kind() {
        return KIND;
    }

    @Override
    public Replier replier(ReplyContext context) {
        return Replier.NONE;
    }
}
