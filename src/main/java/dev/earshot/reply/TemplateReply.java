package dev.earshot.reply;

import dev.earshot.codec.Problem;
import dev.earshot.net.Origin;
import dev.earshot.net.address.Addresses;
import dev.earshot.reply.rules.CompiledTemplate;
import dev.earshot.reply.rules.MatchCaptures;
import dev.earshot.reply.rules.Message;
import dev.earshot.reply.rules.MessageFields;
import dev.earshot.reply.rules.Template;
import dev.earshot.reply.rules.TemplateValues;
import java.time.ZonedDateTime;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Fills a template for a peer and sends it. A wrong template sends nothing; its problem was shown where it was typed.
 */
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
        if (template != null && template.readsFields()) {
            peers.prepareFields();
        }
    }

    private static CompiledTemplate compileOrNull(Template typed) {
        try {
            return typed.compile();
        } catch (Problem e) {
            return null;
        }
    }

    /** Returns whether the template is valid. */
    boolean isReady() {
        return template != null;
    }

    /** Sends the filled template to the sender of a message; returns whether it was sent. */
    boolean send(PeerState to, Message message) {
        return send(
                to,
                MessageFields.of(message, () -> peers.fieldSource(message.from())),
                MatchCaptures.of(message.bytes(), message.textStart(), message.textEnd()));
    }

    /** Sends the filled template to a peer that has sent no message; returns whether it was sent. */
    boolean send(PeerState to) {
        return send(to, MessageFields.NONE, MatchCaptures.NONE);
    }

    private boolean send(PeerState to, MessageFields fields, MatchCaptures captures) {
        if (template == null) {
            return false;
        }
        TemplateValues values = new TemplateValues(
                fields,
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
