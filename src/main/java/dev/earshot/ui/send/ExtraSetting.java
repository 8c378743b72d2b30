package dev.earshot.ui.send;

import dev.earshot.codec.Envelope;
import dev.earshot.codec.Nickname;

/** A rarely used setting of a message; see {@link dev.earshot.send.Draft}. */
record ExtraSetting(boolean escapes, Envelope envelope, Nickname nickname) {
    static final ExtraSetting USUAL = new ExtraSetting(true, Envelope.NONE, Nickname.NONE);
}
