package dev.earshot.ui.send;

import dev.earshot.codec.Envelope;
import dev.earshot.codec.Nickname;

/** What is rarely set about a message; see {@link dev.earshot.send.Draft}. */
record Extras(boolean escapes, Envelope envelope, Nickname nickname) {
    static final Extras USUAL = new Extras(true, Envelope.NONE, Nickname.NONE);
}
