package dev.earshot.reply;

import dev.earshot.codec.Framing;
import java.util.Set;

/**
 * What a session does by itself. A value as a person has asked for it.
 *
 * @param answer what to do with a message
 * @param framing what a message is to the answer, independent of what the log shows; {@link EchoAnswer} and granted
 *     {@link RolesAnswer} act on bytes as they are read instead
 * @param thenClose whether the conversation is ended (FIN) once the answer to its first message is out; forwarding answers
 *     nothing and ends nothing
 * @param greeting what to do when somebody connects
 * @param endOn a message equal to this, received or typed, ends its conversation; empty = none does. It is not answered, but
 *     for what acts on bytes as they are read
 * @param only the numbers of the peers for whom all this holds; empty = for everybody
 * @param mostPerSecond so many messages of one peer are answered in a second; more are taken for a loop of two programs
 *     that answer each other, and cut until a second is quieter; 0 = no limit. Of an echo only those reads count that are
 *     the same bytes as one of the last few that were echoed to this peer and shorter than the longest read: what else
 *     comes, however fast, is no loop
 * @param moreThanAsked whether over UDP more may go to a peer by itself than came from it, though its address may be forged;
 *     without this it may to those only whom a person has called, or sent to, or who are in {@code only}
 */
public record Behaviour(
        Answer answer,
        Framing framing,
        boolean thenClose,
        Greeting greeting,
        String endOn,
        Set<Integer> only,
        int mostPerSecond,
        boolean moreThanAsked) {

    public static final int MOST_PER_SECOND = 1_000;

    /** Does nothing. */
    public static final Behaviour NONE =
            new Behaviour(new NoAnswer(), Framing.LINES, false, new Greeting.None(), "", Set.of(), MOST_PER_SECOND);

    public Behaviour {
        only = Set.copyOf(only);
    }

    /** One that sends no more over UDP than was asked. */
    public Behaviour(
            Answer answer,
            Framing framing,
            boolean thenClose,
            Greeting greeting,
            String endOn,
            Set<Integer> only,
            int mostPerSecond) {
        this(answer, framing, thenClose, greeting, endOn, only, mostPerSecond, false);
    }

    /** The same with another answer. */
    public Behaviour with(Answer other) {
        return new Behaviour(other, framing, thenClose, greeting, endOn, only, mostPerSecond, moreThanAsked);
    }

    /** The same with another idea of what a message is. */
    public Behaviour with(Framing other) {
        return new Behaviour(answer, other, thenClose, greeting, endOn, only, mostPerSecond, moreThanAsked);
    }

    /** The same, but that the conversation is ended behind an answer, or is not. */
    public Behaviour closing(boolean then) {
        return new Behaviour(answer, framing, then, greeting, endOn, only, mostPerSecond, moreThanAsked);
    }

    /** The same for others; with no numbers, for everybody. */
    public Behaviour onlyFor(Set<Integer> peers) {
        return new Behaviour(answer, framing, thenClose, greeting, endOn, peers, mostPerSecond, moreThanAsked);
    }
}
