package dev.earshot.reply;

import dev.earshot.codec.Problem;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sends each message to all peers, byte for byte. Says nothing itself, so that whatever a peer reads was said by another.
 */
final class ChatReplier implements Replier {
    private static final Origin ORIGIN = new Origin(OriginKind.CHAT);

    /** So much may be relayed in a second, all receivers together. */
    static final long MOST_BYTES = 64L * 1024 * 1024;

    /** So much of it on behalf of one sender: what one says leaves room for the others. */
    static final long MOST_OF_ONE = MOST_BYTES / 4;

    private final ChatAnswer chat;
    private final MessageMatcher leave;
    private final int mostPerSecond;
    private final Supplier<Collection<PeerState>> peers;
    private final ReplySender sender;
    private final RateLimiter total = new RateLimiter(MOST_BYTES, false, System.nanoTime());

    ChatReplier(ChatAnswer chat, int mostPerSecond, Supplier<Collection<PeerState>> peers, ReplySender sender) {
        this.chat = chat;
        this.mostPerSecond = mostPerSecond;
        this.peers = peers;
        this.sender = sender;
        leave = chat.leave().isEmpty() ? null : compiled(chat.leave());
    }

    private static MessageMatcher compiled(String expression) {
        try {
            return new Match(Match.Kind.EXPRESSION, expression).compile();
        } catch (Problem e) {
            return null; // told where it was typed; nobody leaves by it
        }
    }

    @Override
    public boolean wants(PeerState from) {
        return true;
    }

    @Override
    public boolean message(PeerState from, Message message, Rest rest) {
        if (leaves(message)) {
            sender.end(from);
            return false;
        }
        List<PeerState> receivers = peers.get().stream()
                .filter(state -> chat.toSender() || state != from)
                .toList();
        if (receivers.isEmpty() || !sender.mayAnswer(from, mostPerSecond) || !mayRelay(from, message, receivers)) {
            return false;
        }
        for (PeerState to : receivers) {
            sender.send(to, message.bytes(), ORIGIN);
        }
        return true;
    }

    private boolean leaves(Message message) {
        return leave != null && leave.test(message.bytes(), message.encoding()) != null;
    }

    private boolean mayRelay(PeerState from, Message message, List<PeerState> receivers) {
        PeerState.Memory memory = from.memory();
        if (memory.relayed == null) {
            memory.relayed = new RateLimiter(MOST_OF_ONE, false, System.nanoTime());
        }
        long bytes = (long) message.bytes().length * receivers.size();
        return sender.passes(from, memory.relayed, bytes, ReplyNote.RELAY_CUT, ReplyNote.RELAY_OVER)
                && sender.passes(null, total, bytes, ReplyNote.RELAY_CUT, ReplyNote.RELAY_OVER);
    }
}
