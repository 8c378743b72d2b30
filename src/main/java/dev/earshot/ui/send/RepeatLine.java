package dev.earshot.ui.send;

import dev.earshot.codec.VisibleText;
import dev.earshot.send.Repeat;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;

/** Describes a message that is being repeated, for its line above the send box. */
record RepeatLine(Repeat repeat, Session session) implements ActiveSend {
    @Override
    public String words(Words words) {
        String to = new Recipients(session, words).label(repeat.receivers());
        String text = VisibleText.brief(repeat.draft().text());
        String said = words.of("ui.repeat.running", text, repeat.millis(), to, repeat.sentCount());
        if (repeat.refused() > 0) {
            said += words.of("ui.comma") + words.of("ui.repeat.refused", repeat.refused());
        }
        if (repeat.isEnded()) {
            return said
                    + words.of("ui.send.sentence")
                    + repeat.problem().map(words::of).orElse("");
        }
        boolean nobody = repeat.receivers().isEverybody() && session.clients().presentCount() == 0;
        return nobody ? said + words.of("ui.comma") + words.of("ui.repeat.nobody") : said;
    }

    @Override
    public double progress() {
        return NO_BAR;
    }

    @Override
    public boolean ended() {
        return repeat.isEnded();
    }

    @Override
    public boolean failed() {
        return repeat.problem().isPresent();
    }

    @Override
    public boolean stopped() {
        return repeat.isStopped();
    }

    @Override
    public void stop() {
        repeat.stop();
    }
}
