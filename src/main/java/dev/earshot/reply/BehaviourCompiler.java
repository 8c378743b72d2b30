package dev.earshot.reply;

import dev.earshot.net.OriginKind;
import dev.earshot.reply.rules.CompiledRules;
import java.util.List;
import java.util.Map;

/** Turns the settings of automatic replies into what carries them out at one endpoint. */
final class BehaviourCompiler {
    private final Map<Integer, PeerState> states;
    private final PeerLens lens;
    private final ReplyTools tools;

    /**
     * Creates a compiler for the endpoint of these tools.
     *
     * @param states the states of the connected peers by number, as a live map
     * @param lens tells how the messages of peers are read
     */
    BehaviourCompiler(Map<Integer, PeerState> states, PeerLens lens, ReplyTools tools) {
        this.states = states;
        this.lens = lens;
        this.tools = tools;
    }

    /**
     * Compiles a behaviour and resets the counters of rules and the failures that were noted.
     *
     * @param previous the behaviour that applied until now, or null
     */
    CompiledBehaviour compile(Behaviour behaviour, CompiledBehaviour previous) {
        PresentPeers peers = new PresentPeers(states, behaviour, tools.roles(), lens);
        ReplyContext context = new ReplyContext(behaviour, peers, tools);
        TemplateReply greeting = behaviour.greeting() instanceof Greeting.Greet greet
                ? context.template(greet.template(), OriginKind.GREETING)
                : null;
        tools.counters().setRules(new CompiledRules(List.of()));
        tools.sender().forgetFailures();
        return new CompiledBehaviour(behaviour, behaviour.answer().replier(context), greeting, previous);
    }
}
