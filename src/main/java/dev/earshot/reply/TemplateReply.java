package dev.earshot.reply;

import dev.earshot.codec.Problem;
import dev.earshot.net.Addresses;
import dev.earshot.net.Origin;
import java.time.ZonedDateTime;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Fills a template and sends it. A wrong one sends nothing: what is wrong was shown where it was typed. */
final class TemplateReply {
    private final CompiledTemplate template;
    private final Origin origin;
    private final PresentPeers peers;
    private final ReplySender sender;
    private final AtomicLong counter = new AtomicLong();

    TemplateReply(Template typed, Origin origin, PresentPeers peers, ReplySender sender) {
        this.origin = origin;
        this.peers = peers;
        this.sender = sender;
        template = compileOrNull(typed);
    }

    private static CompiledTemplate compileOrNull(Template typed) {
        try {
            return typed.compile();
        } catch (Problem e) {
            return null;
        }
    }

    /** Whether there is something to send. */
    boolean isReady() {
        return template != null;
    }

    /** Sends it to who said this. */
    boolean send(PeerState to, Message message) {
        return send(to, MatchCaptures.of(message.bytes(), 0, message.length()));
    }

    /** Sends it to somebody who has said nothing. */
    boolean send(PeerState to) {
        return send(to, MatchCaptures.NONE);
    }

    private boolean send(PeerState to, MatchCaptures captures) {
        if (template == null) {
            return false;
        }
        TemplateValues values = new TemplateValues(
                captures,
                counter.incrementAndGet(),
                ZonedDateTime.now(),
                Addresses.text(to.peer().remote()),
                peers.count(),
                peers.encoding(to.peer()),
                ThreadLocalRandom.current());
        try {
            return sender.send(to, template.fill(values), origin);
        } catch (Problem e) {
            sender.noteFailure(to, e, origin);
            return false;
        }
    }
}
