package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Endpoint;
import dev.earshot.net.OriginKind;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Makes behaviours ready for one endpoint. */
final class RepliersFactory {
    private final Map<Integer, PeerState> parties;
    private final RoleBook roles;
    private final IntFunction<Encoding> encodings;
    private final Endpoint endpoint;
    private final ReplySender delivery;
    private final DelayedReplies delays;
    private final ReplyCounters figures;
    private final int patienceMillis;

    /** @param patienceMillis how long somebody to whom is forwarded may have no room */
    RepliersFactory(
            Map<Integer, PeerState> parties,
            RoleBook roles,
            IntFunction<Encoding> encodings,
            Endpoint endpoint,
            ReplySender delivery,
            DelayedReplies delays,
            ReplyCounters figures,
            int patienceMillis) {
        this.parties = parties;
        this.roles = roles;
        this.encodings = encodings;
        this.endpoint = endpoint;
        this.delivery = delivery;
        this.delays = delays;
        this.figures = figures;
        this.patienceMillis = patienceMillis;
    }

    /** @param before what was in force until now, or null */
    CompiledBehaviour plan(Behaviour behaviour, CompiledBehaviour before) {
        PresentPeers everybody = new PresentPeers(parties, behaviour.only(), roles, encodings);
        ReplyContext context =
                new ReplyContext(behaviour, everybody, roles, endpoint, delivery, delays, figures, patienceMillis);
        TemplateReply greeting = behaviour.greeting() instanceof Greeting.Greet greet
                ? context.template(greet.template(), OriginKind.GREETING)
                : null;
        figures.rules(new RuleBook(List.of()));
        delivery.forgetFailures();
        return new CompiledBehaviour(behaviour, behaviour.answer().replier(context), greeting, before);
    }
}
