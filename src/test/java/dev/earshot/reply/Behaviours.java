package dev.earshot.reply;

import dev.earshot.reply.rules.Template;
import java.util.Set;

/** Makes behaviours for tests. */
final class Behaviours {
    private Behaviours() {}

    static Behaviour of(Answer answer) {
        return Behaviour.NONE.with(answer);
    }

    static Behaviour reply(String text) {
        return of(new FixedAnswer(Template.text(text)));
    }

    static Behaviour limited(Behaviour b, int mostPerSecond) {
        return new Behaviour(
                b.answer(), b.framing(), b.endsAfterAnswer(), b.greeting(), b.endOn(), b.onlyPeers(), mostPerSecond);
    }

    static Behaviour onlyFor(Behaviour b, Integer... peers) {
        return new Behaviour(
                b.answer(),
                b.framing(),
                b.endsAfterAnswer(),
                b.greeting(),
                b.endOn(),
                Set.of(peers),
                b.mostPerSecond());
    }
}
