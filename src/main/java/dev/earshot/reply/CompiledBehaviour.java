package dev.earshot.reply;

import dev.earshot.codec.Cutter;
import dev.earshot.codec.Framing;
import dev.earshot.net.Peer;

/** A behaviour made ready for one endpoint. Immutable, but for what its replier counts. */
final class CompiledBehaviour {
    private final Behaviour behaviour;
    private final Replier replier;
    private final TemplateReply greeting;
    private final Cutting cutting;

    /**
     * How messages are cut; the same object as long as what was cut before holds.
     *
     * @param most a message that is longer is not looked at
     */
    record Cutting(Framing framing, int most) {}

    /** @param before what was in force until now, or null */
    CompiledBehaviour(Behaviour behaviour, Replier replier, TemplateReply greeting, CompiledBehaviour before) {
        this.behaviour = behaviour;
        this.replier = replier;
        this.greeting = greeting;
        Cutting fresh = cutting(behaviour, replier);
        boolean same = before != null && before.behaviour.only().equals(behaviour.only());
        cutting = same && fresh != null && fresh.equals(before.cutting) ? before.cutting : fresh;
    }

    private static Cutting cutting(Behaviour behaviour, Replier replier) {
        if (replier.takesMessages()) {
            return new Cutting(behaviour.framing(), Cutter.MAX_ROW);
        }
        int end = behaviour.endOn().length();
        return end == 0 ? null : new Cutting(behaviour.framing(), Math.min(4 * end + 2, Cutter.MAX_ROW));
    }

    Behaviour behaviour() {
        return behaviour;
    }

    Replier replier() {
        return replier;
    }

    /** Whether somebody who comes is greeted, or hung up on. */
    boolean greets() {
        return greeting != null || behaviour.greeting() instanceof Greeting.HangUp;
    }

    /** What somebody who connects is sent; null if nothing. */
    TemplateReply greeting() {
        return greeting;
    }

    /** How messages are cut; null if nobody looks at any. */
    Cutting cutting() {
        return cutting;
    }

    /** Whether it looks at what this peer sends. */
    boolean listens(Peer peer) {
        return (cutting != null || replier != Replier.NONE) && concerns(peer);
    }

    /** Whether it holds for this peer. */
    boolean concerns(Peer peer) {
        return behaviour.only().isEmpty() || behaviour.only().contains(peer.id());
    }

    /** Whether messages of this peer are looked at. */
    boolean wants(PeerState from) {
        return cutting != null && (!behaviour.endOn().isEmpty() || replier.wants(from));
    }
}
