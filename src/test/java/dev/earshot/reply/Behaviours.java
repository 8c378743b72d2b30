package dev.earshot.reply;

import java.util.Set;

/** Behaviours for tests. */
final class Behaviours {
    private Behaviours() {}

    static Behaviour of(Answer answer) {
        return Behaviour.NONE.with(answer);
    }

    static Behaviour reply(String text) {
        return of(new FixedAnswer(Template.text(text)));
    }

    static Behaviour most(Behaviour b, int mostPerSecond) {
        return new Behaviour(
                b.answer(), b.framing(), b.endsAfterAnswer(), b.greeting(), b.endOn(), b.onlyPeers(), mostPerSecond);
    }

    static Behaviour only(Behaviour b, Integer... peers) {
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
