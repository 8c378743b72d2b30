package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.framing.Framing;
import dev.earshot.net.Event;
import dev.earshot.reply.rules.Message;
import java.util.Arrays;

/**
 * Passes the bytes of a peer to the replier, as reads and as whole messages. Ends the conversation if the behaviour
 * says so. Called on the thread that reports the peer's events.
 */
final class ReplierFeed {
    private final PeerLens lens;
    private final ReplySender sender;

    /** @param lens tells how the messages of peers are read */
    ReplierFeed(PeerLens lens, ReplySender sender) {
        this.lens = lens;
        this.sender = sender;
    }

    /** Passes on a datagram, which is a message whatever the framing. */
    void feedDatagram(CompiledBehaviour behaviour, PeerState from, Event.Received read) {
        boolean wantsMessages = behaviour.wantsMessagesOf(from);
        answerRead(behaviour, from, read);
        if (wantsMessages) {
            byte[] bytes = Arrays.copyOfRange(read.buffer(), read.offset(), read.offset() + read.length());
            answerMessage(behaviour, from, bytes, bytes.length, Replier.Remainder.NONE);
        }
    }

    /** Passes on a read of a stream, and splits it into messages if the replier wants any. */
    void feedRead(CompiledBehaviour behaviour, PeerState from, Event.Received read) {
        boolean wantsMessages = behaviour.wantsMessagesOf(from);
        answerRead(behaviour, from, read);
        if (!wantsMessages) {
            from.discardOpenMessage();
            return;
        }
        long silent = read.blockedNanos() / 1_000_000;
        CompiledBehaviour.SplitSettings split = behaviour.splitSettings();
        Framing framing = lens.framing(split.framing(), from.peer().id());
        MessageCollector collector = from.collector(split, framing);
        collector.add(
                read.buffer(),
                read.offset(),
                read.length(),
                silent,
                encoding(from),
                (bytes, length, end) -> answerMessage(behaviour, from, bytes, length, remainder(collector, read, end)));
    }

    private static Replier.Remainder remainder(MessageCollector collector, Event.Received read, int end) {
        if (end >= 0) {
            return new Replier.Remainder(read.buffer(), read.offset() + end, read.length() - end);
        }
        byte[] open = collector.open();
        byte[] rest = Arrays.copyOf(open, open.length + read.length());
        System.arraycopy(read.buffer(), read.offset(), rest, open.length, read.length());
        return new Replier.Remainder(rest, 0, rest.length);
    }

    /** Ends the open message of a peer if it was silent for long enough, and passes it on. */
    void feedSilence(CompiledBehaviour behaviour, PeerState from, long millis) {
        MessageCollector collector = from.currentCollector();
        if (collector != null) {
            collector.addSilence(
                    millis, encoding(from), (bytes, length, end) -> answerLastMessage(behaviour, from, bytes, length));
        }
    }

    /** Ends the open message of a peer that has finished sending, and passes it on. */
    void feedEndOfStream(CompiledBehaviour behaviour, PeerState from) {
        MessageCollector collector = from.currentCollector();
        if (collector != null) {
            collector.finish((bytes, length, end) -> answerLastMessage(behaviour, from, bytes, length));
        }
    }

    /** Returns the silence in milliseconds that ends the open message of a peer; 0 if none is open. */
    int silenceMillis(PeerState from) {
        MessageCollector collector = from.currentCollector();
        return collector == null ? 0 : collector.silenceMillis(encoding(from));
    }

    /** Passes on a message without its end mark, unless it was collected for a behaviour that was replaced. */
    private void answerLastMessage(CompiledBehaviour behaviour, PeerState from, byte[] bytes, long length) {
        if (from.splitSettings() == behaviour.splitSettings() && behaviour.listensTo(from.peer())) {
            answerMessage(behaviour, from, bytes, length, Replier.Remainder.NONE);
        }
    }

    private void answerRead(CompiledBehaviour behaviour, PeerState from, Event.Received read) {
        endIfAnswered(
                behaviour, from, behaviour.replier().answerRead(from, read.buffer(), read.offset(), read.length()));
    }

    private void answerMessage(
            CompiledBehaviour behaviour, PeerState from, byte[] bytes, long length, Replier.Remainder rest) {
        if (from.isEnding()) {
            return;
        }
        Message message = new Message(from.peer(), bytes, length, encoding(from));
        if (message.isText(behaviour.behaviour().endOn())) {
            sender.end(from);
        } else if (behaviour.replier().wantsMessagesOf(from)) {
            endIfAnswered(behaviour, from, behaviour.replier().answerMessage(from, message, rest));
        }
    }

    private void endIfAnswered(CompiledBehaviour behaviour, PeerState from, boolean answered) {
        if (answered && behaviour.behaviour().endsAfterAnswer() && !from.isEnding()) {
            sender.end(from);
        }
    }

    private Encoding encoding(PeerState state) {
        return lens.apply(state.peer().id());
    }
}
