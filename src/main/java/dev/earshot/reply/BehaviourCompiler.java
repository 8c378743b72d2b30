package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.net.OriginKind;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Makes behaviours ready for one endpoint. */
final class BehaviourCompiler {
    private final Map<Integer, PeerState> states;
    private final IntFunction<Encoding> encodings;
    private final ReplyTools tools;

    /**
     * One for the endpoint of these tools.
     *
     * @param states those of the peers that take part, by number; live
     * @param encodings in which a peer is read, by its number
     */
    BehaviourCompiler(Map<Integer, PeerState> states, IntFunction<Encoding> encodings, ReplyTools tools) {
        this.states = states;
        this.encodings = encodings;
        this.tools = tools;
    }

    /** @param before what was in force until now, or null */
    CompiledBehaviour compile(Behaviour behaviour, CompiledBehaviour before) {
        PresentPeers peers = new PresentPeers(states, behaviour.only(), tools.roles(), encodings);
        ReplyContext context = new ReplyContext(behaviour, peers, tools);
        TemplateReply greeting = behaviour.greeting() instanceof Greeting.Greet greet
                ? context.template(greet.template(), OriginKind.GREETING)
                : null;
        tools.counters().rules(new RuleBook(List.of()));
        tools.sender().forgetFailures();
        return new CompiledBehaviour(behaviour, behaviour.answer().replier(context), greeting, before);
    }
}
