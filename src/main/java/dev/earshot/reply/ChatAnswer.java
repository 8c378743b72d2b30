package dev.earshot.reply;

import com.google.gson.stream.JsonWriter;
import dev.earshot.codec.JsonFields;
import dev.earshot.codec.Problem;
import java.io.IOException;

/**
 * An answer that relays what a peer sends to the other connected peers, as in a chat.
 *
 * @param leavePattern a regular expression; a message in which it is found is not relayed and ends its sender's own
 *     conversation; empty = none does
 * @param includesSender whether the sender gets its own messages too
 */
public record ChatAnswer(String leavePattern, boolean includesSender) implements Answer {
    /** The default pattern by which a peer leaves. */
    public static final String DEFAULT_LEAVE = "(^|说)bye$";
    /** The chat with default settings. */
    public static final ChatAnswer DEFAULT = new ChatAnswer(DEFAULT_LEAVE, true);
    /** The kind of these answers. */
    public static final AnswerKind<ChatAnswer> KIND = new AnswerKind<>("chat", DEFAULT, ChatAnswer::read);

    private static ChatAnswer read(JsonFields from) throws Problem {
        return new ChatAnswer(from.text("leave", DEFAULT_LEAVE), from.flag("toSender", DEFAULT.includesSender));
    }

    @Override
    public AnswerKind<ChatAnswer> kind() {
        return KIND;
    }

    @Override
    public void write(JsonWriter out) throws IOException {
        out.name("leave").value(leavePattern);
        out.name("toSender").value(includesSender);
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
