package dev.earshot.reply;

import dev.earshot.codec.framing.Framing;
import java.util.Set;

/**
 * The settings of everything that a session does automatically. An immutable value as the user has entered it.
 *
 * @param answer how messages are answered
 * @param framing how the answer splits bytes into messages, independent of the log; {@link EchoAnswer} and granted
 *     {@link RolesAnswer} act on bytes as they are read instead
 * @param endsAfterAnswer whether the conversation is ended (FIN) once the answer to its first message is out;
 *     forwarding answers nothing and ends nothing
 * @param greeting what happens when a peer connects
 * @param endOn a message equal to this, received or typed, ends its conversation; empty = none does. It is not
 *     answered, except by answers that act on bytes as they are read
 * @param onlyPeers the numbers of the peers to which all this applies; empty = to all
 * @param mostPerSecond the most messages of one peer that are answered in a second; 0 = no limit. More are taken for a
 *     loop of two programs that answer each other, and are left unanswered until a second is quieter. For an echo, only
 *     reads count that may be its own echo ({@link EchoDetector})
 * @param allowsAmplification whether a UDP peer may automatically be sent more than came from it, though its address
 *     may be forged; otherwise only a peer may that the user has connected to, sent to, or selected in {@code
 *     onlyPeers}
 */
public record Behaviour(
        Answer answer,
        Framing framing,
        boolean endsAfterAnswer,
        Greeting greeting,
        String endOn,
        Set<Integer> onlyPeers,
        int mostPerSecond,
        boolean allowsAmplification) {

    /** The default of {@link #mostPerSecond}. */
    public static final int MOST_PER_SECOND = 1_000;

    /** The behaviour that does nothing. */
    public static final Behaviour NONE =
            new Behaviour(new NoAnswer(), Framing.LINES, false, new Greeting.None(), "", Set.of(), MOST_PER_SECOND);

    public Behaviour {
        onlyPeers = Set.copyOf(onlyPeers);
    }

    /** Creates a behaviour that sends a UDP peer no more than came from it. */
    public Behaviour(
            Answer answer,
            Framing framing,
            boolean endsAfterAnswer,
            Greeting greeting,
            String endOn,
            Set<Integer> onlyPeers,
            int mostPerSecond) {
        this(answer, framing, endsAfterAnswer, greeting, endOn, onlyPeers, mostPerSecond, false);
    }

    /** Returns a copy with another answer. */
    public Behaviour with(Answer other) {
        return new Behaviour(
                other, framing, endsAfterAnswer, greeting, endOn, onlyPeers, mostPerSecond, allowsAmplification);
    }

    /** Returns a copy with another framing. */
    public Behaviour with(Framing other) {
        return new Behaviour(
                answer, other, endsAfterAnswer, greeting, endOn, onlyPeers, mostPerSecond, allowsAmplification);
    }

    /** Returns a copy that ends, or does not end, the conversation after an answer. */
    public Behaviour withEndAfterAnswer(boolean endsAfterAnswer) {
        return new Behaviour(
                answer, framing, endsAfterAnswer, greeting, endOn, onlyPeers, mostPerSecond, allowsAmplification);
    }

    /** Returns a copy that may send a UDP peer more than came from it, or may not. */
    public Behaviour withAmplification(boolean allowed) {
        return new Behaviour(answer, framing, endsAfterAnswer, greeting, endOn, onlyPeers, mostPerSecond, allowed);
    }

    /** Returns a copy that applies to these peers only, by number; empty = to all. */
    public Behaviour withOnlyPeers(Set<Integer> peers) {
        return new Behaviour(
                answer, framing, endsAfterAnswer, greeting, endOn, peers, mostPerSecond, allowsAmplification);
    }
}
