package dev.earshot.reply;

import dev.earshot.codec.Problem;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.Message;
import dev.earshot.reply.rules.MessageMatcher;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Carries out {@link ChatAnswer}: relays each message byte for byte, and adds none of its own. */
final class ChatReplier implements Replier {
    private static final Origin ORIGIN = new Origin(OriginKind.CHAT);

    /** The most bytes that are relayed in a second, all receivers together. */
    static final long MOST_BYTES = 64L * 1024 * 1024;

    /** The most bytes that are relayed for one sender in a second, which leaves room for the others. */
    static final long MOST_BYTES_PER_SENDER = MOST_BYTES / 4;

    private final ChatAnswer chat;
    private final MessageMatcher leaveMatcher;
    private final int mostPerSecond;
    private final Supplier<Collection<PeerState>> peers;
    private final ReplySender sender;
    private final RateLimiter total = new RateLimiter(MOST_BYTES, false, System.nanoTime());

    ChatReplier(ChatAnswer chat, int mostPerSecond, Supplier<Collection<PeerState>> peers, ReplySender sender) {
        this.chat = chat;
        this.mostPerSecond = mostPerSecond;
        this.peers = peers;
        this.sender = sender;
        leaveMatcher = chat.leavePattern().isEmpty() ? null : compileOrNull(chat.leavePattern());
    }

    private static MessageMatcher compileOrNull(String expression) {
        try {
            return new Match(Match.Kind.EXPRESSION, expression).compile();
        } catch (Problem e) {
            return null; // shown where it was typed; no message ends a conversation
        }
    }

    @Override
    public boolean wantsMessagesOf(PeerState from) {
        return true;
    }

    @Override
    public boolean takesParts() {
        return true; // all bytes are to be relayed
    }

    @Override
    public boolean answerMessage(PeerState from, Message message, Remainder rest) {
        if (isLeaveMessage(message)) {
            sender.end(from);
            return false;
        }
        List<PeerState> receivers = peers.get().stream()
                .filter(state -> chat.includesSender() || state != from)
                .toList();
        if (receivers.isEmpty() || !sender.mayAnswer(from, mostPerSecond) || !mayRelay(from, message, receivers)) {
            return false;
        }
        for (PeerState to : receivers) {
            sender.send(to, message.bytes(), ORIGIN);
        }
        return true;
    }

    private boolean isLeaveMessage(Message message) {
        return leaveMatcher != null && leaveMatcher.match(message.bytes(), message.encoding()) != null;
    }

    private boolean mayRelay(PeerState from, Message message, List<PeerState> receivers) {
        PeerState.ActiveState active = from.activeState();
        if (active.relayLimiter == null) {
            active.relayLimiter = new RateLimiter(MOST_BYTES_PER_SENDER, false, System.nanoTime());
        }
        long bytes = (long) message.bytes().length * receivers.size();
        return sender.allows(from, active.relayLimiter, bytes, ReplyNote.RELAY_CUT, ReplyNote.RELAY_OVER)
                && sender.allows(null, total, bytes, ReplyNote.RELAY_CUT, ReplyNote.RELAY_OVER);
    }
}
