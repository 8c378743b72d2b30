package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Makes behaviours ready for one endpoint. */
final class RepliersFactory {
    private static final Replier NONE = new Replier() {};

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
        TemplateReply greeting = behaviour.greeting() instanceof Greeting.Greet greet
                ? new TemplateReply(greet.template(), "greeting", everybody, delivery)
                : null;
        return new CompiledBehaviour(behaviour, reaction(behaviour, everybody), greeting, before);
    }

    private Replier reaction(Behaviour behaviour, PresentPeers everybody) {
        int most = behaviour.mostPerSecond();
        Answer answer = behaviour.answer();
        RuleBook rules = new RuleBook(answer instanceof Answer.Rules asked ? asked.rules() : List.of());
        figures.rules(rules);
        delivery.forgetFailures();
        if (answer instanceof Answer.Echo) {
            return new EchoReplier(most, delivery);
        } else if (answer instanceof Answer.Reply reply) {
            return new FixedReplier(
                    new TemplateReply(reply.template(), FixedReplier.ORIGIN, everybody, delivery), most, delivery);
        } else if (answer instanceof Answer.Rules) {
            return new RuleReplier(rules, behaviour, everybody, delivery, delays);
        } else if (answer instanceof Answer.Chat chat) {
            return new ChatReplier(chat, most, everybody::parties, delivery);
        } else if (answer instanceof Answer.Roles sides) {
            TemplateReply refusal = new TemplateReply(sides.refusal(), RoleForwarder.REFUSAL, everybody, delivery);
            return new RoleForwarder(sides, refusal, most, patienceMillis, roles, endpoint, delivery);
        }
        return NONE;
    }
}
