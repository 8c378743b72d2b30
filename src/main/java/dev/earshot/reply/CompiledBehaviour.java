package dev.earshot.reply;

import dev.earshot.codec.framing.Cutter;
import dev.earshot.codec.framing.Framing;
import dev.earshot.net.Peer;

/**
 * The automatic replies of one endpoint, made of a {@link Behaviour}: its replier and its greeting. Immutable, except
 * for the counters of its replier.
 */
final class CompiledBehaviour {
    private final Behaviour behaviour;
    private final Replier replier;
    private final TemplateReply greeting;
    private final SplitSettings splitSettings;

    /**
     * The settings by which bytes are split into messages. A new behaviour keeps the same object as long as the
     * beginning of a message, collected under the previous behaviour, is still valid.
     *
     * @param most the number of first bytes of a message that are kept
     * @param takesParts whether each row of a longer message is a message for itself
     */
    record SplitSettings(Framing framing, int most, boolean takesParts) {}

    /**
     * Creates a behaviour that takes the place of a previous one.
     *
     * @param greeting the template that greets new peers, or null
     * @param previous the behaviour that applied until now, or null
     */
    CompiledBehaviour(Behaviour behaviour, Replier replier, TemplateReply greeting, CompiledBehaviour previous) {
        this.behaviour = behaviour;
        this.replier = replier;
        this.greeting = greeting;
        SplitSettings fresh = splitSettings(behaviour, replier);
        boolean same = previous != null && previous.behaviour.onlyPeers().equals(behaviour.onlyPeers());
        splitSettings = same && fresh != null && fresh.equals(previous.splitSettings) ? previous.splitSettings : fresh;
    }

    private static SplitSettings splitSettings(Behaviour behaviour, Replier replier) {
        if (replier.takesMessages()) {
            return new SplitSettings(behaviour.framing(), Cutter.MAX_ROW, replier.takesParts());
        }
        int end = behaviour.endOn().length();
        int most = Math.min(4 * end + 2, Cutter.MAX_ROW);
        return end == 0 ? null : new SplitSettings(behaviour.framing(), most, false);
    }

    Behaviour behaviour() {
        return behaviour;
    }

    Replier replier() {
        return replier;
    }

    /** Returns whether a new peer is greeted, or is disconnected at once. */
    boolean greets() {
        return greeting != null || behaviour.greeting() instanceof Greeting.HangUp;
    }

    /** Returns the template that a new peer is sent; null if there is none. */
    TemplateReply greeting() {
        return greeting;
    }

    /** Returns the settings by which messages are split; null if none are needed. */
    SplitSettings splitSettings() {
        return splitSettings;
    }

    /** Returns whether the bytes of this peer matter to this behaviour. */
    boolean listensTo(Peer peer) {
        return (splitSettings != null || replier != Replier.NONE) && appliesTo(peer);
    }

    /** Returns whether this behaviour applies to this peer. */
    boolean appliesTo(Peer peer) {
        return behaviour.onlyPeers().isEmpty() || behaviour.onlyPeers().contains(peer.id());
    }

    /** Returns whether messages of this peer must be split and passed on. */
    boolean wantsMessagesOf(PeerState from) {
        return splitSettings != null && (!behaviour.endOn().isEmpty() || replier.wantsMessagesOf(from));
    }
}
