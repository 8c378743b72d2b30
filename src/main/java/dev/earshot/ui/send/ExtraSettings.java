package dev.earshot.ui.send;

import dev.earshot.codec.Envelope;
import dev.earshot.codec.Nickname;

/** The rarely used settings of a message: escapes, envelope and nickname; see {@link dev.earshot.send.Draft}. */
record ExtraSettings(boolean escapes, Envelope envelope, Nickname nickname) {
    static final ExtraSettings USUAL = new ExtraSettings(true, Envelope.NONE, Nickname.NONE);
}
