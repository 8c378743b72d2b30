package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Makes behaviours ready for one endpoint. */
final class Reactions {
    private static final Reaction NONE = new Reaction() {};

    private final Map<Integer, Party> parties;
    private final RoleBook roles;
    private final IntFunction<Encoding> encodings;
    private final Endpoint endpoint;
    private final Delivery delivery;
    private final Delays delays;
    private final Answering figures;
    private final int patienceMillis;

    /** @param patienceMillis how long somebody to whom is forwarded may have no room */
    Reactions(
            Map<Integer, Party> parties,
            RoleBook roles,
            IntFunction<Encoding> encodings,
            Endpoint endpoint,
            Delivery delivery,
            Delays delays,
            Answering figures,
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
    Plan plan(Behaviour behaviour, Plan before) {
        Everybody everybody = new Everybody(parties, behaviour.only(), roles, encodings);
        Filling greeting = behaviour.greeting() instanceof Greeting.Greet greet
                ? new Filling(greet.template(), "greeting", everybody, delivery)
                : null;
        return new Plan(behaviour, reaction(behaviour, everybody), greeting, before);
    }

    private Reaction reaction(Behaviour behaviour, Everybody everybody) {
        int most = behaviour.mostPerSecond();
        Answer answer = behaviour.answer();
        RuleBook rules = new RuleBook(answer instanceof Answer.Rules asked ? asked.rules() : List.of());
        figures.rules(rules);
        delivery.forgetFailures();
        if (answer instanceof Answer.Echo) {
            return new Echoing(most, delivery);
        } else if (answer instanceof Answer.Reply reply) {
            return new Replying(new Filling(reply.template(), Replying.ORIGIN, everybody, delivery), most, delivery);
        } else if (answer instanceof Answer.Rules) {
            return new Ruling(rules, behaviour, everybody, delivery, delays);
        } else if (answer instanceof Answer.Chat chat) {
            return new Chatting(chat, most, everybody::parties, delivery);
        } else if (answer instanceof Answer.Roles sides) {
            Filling refusal = new Filling(sides.refusal(), Forwarding.REFUSAL, everybody, delivery);
            return new Forwarding(sides, refusal, most, patienceMillis, roles, endpoint, delivery);
        }
        return NONE;
    }
}
