package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Event;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Gives a replier what a peer sends, as reads and as whole messages, and ends conversations where the behaviour says so.
 * Called on the thread that reports the peer's events.
 */
final class ReplierFeed {
    private final IntFunction<Encoding> encodings;
    private final ReplySender sender;

    /** @param encodings in which a peer is read, by its number */
    ReplierFeed(IntFunction<Encoding> encodings, ReplySender sender) {
        this.encodings = encodings;
        this.sender = sender;
    }

    /** Takes a datagram, which is a message whatever the framing. */
    void datagram(CompiledBehaviour inForce, PeerState from, Event.Received read) {
        boolean wanted = inForce.wants(from);
        read(inForce, from, read);
        if (wanted) {
            byte[] bytes = Arrays.copyOfRange(read.buffer(), read.offset(), read.offset() + read.length());
            message(inForce, from, bytes, Replier.Rest.NONE);
        }
    }

    /** Takes a read of a stream, and cuts it into messages where the replier wants any. */
    void received(CompiledBehaviour inForce, PeerState from, Event.Received read) {
        boolean wanted = inForce.wants(from);
        read(inForce, from, read);
        if (!wanted) {
            from.forgetMessages();
            return;
        }
        long silent = read.blockedNanos() / 1_000_000;
        from.messages(inForce.cutting())
                .read(
                        read.buffer(),
                        read.offset(),
                        read.length(),
                        silent,
                        encoding(from),
                        (bytes, end) -> message(
                                inForce,
                                from,
                                bytes,
                                new Replier.Rest(read.buffer(), read.offset() + end, read.length() - end)));
    }

    /** Takes that a peer has been silent for so long, which may end a message. */
    void silent(CompiledBehaviour inForce, PeerState from, long millis) {
        MessageCollector open = from.openMessages();
        if (open != null) {
            open.silent(millis, encoding(from), (bytes, end) -> rest(inForce, from, bytes));
        }
    }

    /** Takes that a peer sends nothing more, which ends its message. */
    void finished(CompiledBehaviour inForce, PeerState from) {
        MessageCollector open = from.openMessages();
        if (open != null) {
            open.end((bytes, end) -> rest(inForce, from, bytes));
        }
    }

    /** After how long a silence the peer's message ends, in milliseconds; 0 if none is open. */
    int silenceMillis(PeerState from) {
        MessageCollector open = from.openMessages();
        return open == null ? 0 : open.silenceMillis(encoding(from));
    }

    /** Takes a message without its end; dropped if the behaviour it was collected for is not in force any more. */
    private void rest(CompiledBehaviour inForce, PeerState from, byte[] bytes) {
        if (from.cutting() == inForce.cutting() && inForce.listens(from.peer())) {
            message(inForce, from, bytes, Replier.Rest.NONE);
        }
    }

    private void read(CompiledBehaviour inForce, PeerState from, Event.Received read) {
        answered(inForce, from, inForce.replier().read(from, read.buffer(), read.offset(), read.length()));
    }

    private void message(CompiledBehaviour inForce, PeerState from, byte[] bytes, Replier.Rest rest) {
        if (from.over()) {
            return;
        }
        Message message = new Message(from.peer(), bytes, encoding(from));
        if (message.says(inForce.behaviour().endOn())) {
            sender.end(from);
        } else if (inForce.replier().wants(from)) {
            answered(inForce, from, inForce.replier().message(from, message, rest));
        }
    }

    private void answered(CompiledBehaviour inForce, PeerState from, boolean answered) {
        if (answered && inForce.behaviour().thenClose() && !from.over()) {
            sender.end(from);
        }
    }

    private Encoding encoding(PeerState state) {
        return encodings.apply(state.peer().id());
    }
}
