package dev.earshot.reply;

import com.google.gson.stream.JsonWriter;
import dev.earshot.codec.JsonFields;
import dev.earshot.codec.Problem;
import java.io.IOException;

/**
 * Sends every message to all connected peers.
 *
 * @param leave a regular expression; a message in which it is found is not relayed and ends its sender's own conversation;
 *     empty = none does
 * @param toSender whether the sender gets its own messages too
 */
public record ChatAnswer(String leave, boolean toSender) implements Answer {
    public static final String LEAVE = "(^|说)bye$";
    public static final ChatAnswer STANDARD = new ChatAnswer(LEAVE, true);
    public static final AnswerKind<ChatAnswer> KIND = new AnswerKind<>("chat", STANDARD, ChatAnswer::read);

    private static ChatAnswer read(JsonFields from) throws Problem {
        return new ChatAnswer(from.text("leave", LEAVE), from.flag("toSender", STANDARD.toSender));
    }

    @Override
    public AnswerKind<ChatAnswer> kind() {
        return KIND;
    }

    @Override
    public void write(JsonWriter out) throws IOException {
        out.name("leave").value(leave);
        out.name("toSender").value(toSender);
    }

    @Override
    public Replier replier(ReplyContext context) {
        return new ChatReplier(
                this,
                context.behaviour().mostPerSecond(),
                context.peers()::states,
                context.tools().sender());
    }
}
