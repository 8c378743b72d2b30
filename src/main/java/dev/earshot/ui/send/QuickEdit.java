package dev.earshot.ui.send;

import dev.earshot.codec.TextForm;
import dev.earshot.reply.rules.Match;
import dev.earshot.send.Draft;
import dev.earshot.send.QuickSend;
import java.util.Optional;

/** Makes copies of a quick send with one property changed. */
final class QuickEdit {
    private QuickEdit() {}

    static QuickSend played(QuickSend q, boolean played) {
        return new QuickSend(q.name(), q.draft(), played, q.delayMillis(), q.reply(), q.timeoutMillis());
    }

    static QuickSend name(QuickSend q, String name) {
        return new QuickSend(name, q.draft(), q.inSequence(), q.delayMillis(), q.reply(), q.timeoutMillis());
    }

    static QuickSend draft(QuickSend q, Draft draft) {
        return new QuickSend(q.name(), draft, q.inSequence(), q.delayMillis(), q.reply(), q.timeoutMillis());
    }

    static QuickSend text(QuickSend q, String text) {
        return draft(q, q.draft().with(text, q.draft().form(), q.draft().fixedEncoding()));
    }

    static QuickSend form(QuickSend q, TextForm form) {
        return draft(q, q.draft().with(q.draft().text(), form, q.draft().fixedEncoding()));
    }

    static QuickSend delay(QuickSend q, int millis) {
        return new QuickSend(q.name(), q.draft(), q.inSequence(), millis, q.reply(), q.timeoutMillis());
    }

    static QuickSend timeout(QuickSend q, int millis) {
        return new QuickSend(q.name(), q.draft(), q.inSequence(), q.delayMillis(), q.reply(), millis);
    }

    static QuickSend wait(QuickSend q, Optional<Match.Kind> kind) {
        String pattern = q.reply().map(Match::pattern).orElse("");
        return with(q, kind.map(k -> new Match(k, pattern)));
    }

    static QuickSend reply(QuickSend q, String pattern) {
        return with(q, q.reply().map(match -> new Match(match.kind(), pattern)));
    }

    private static QuickSend with(QuickSend q, Optional<Match> reply) {
        return new QuickSend(q.name(), q.draft(), q.inSequence(), q.delayMillis(), reply, q.timeoutMillis());
    }
}
