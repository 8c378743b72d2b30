package dev.earshot.ui.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.send.ComposedMessage;
import dev.earshot.send.Draft;

/**
 * A draft with its bytes in an encoding, or the problem with it. Immutable.
 *
 * @param message null if there is a problem
 * @param problem null if there is none
 */
record DraftBytes(Draft draft, Encoding encoding, ComposedMessage message, Problem problem) {

    /** Composes a draft. Any thread; takes up to half a second for a million characters. */
    static DraftBytes of(Draft draft, Encoding encoding) {
        try {
            return new DraftBytes(draft, encoding, draft.compose(encoding), null);
        } catch (Problem problem) {
            return new DraftBytes(draft, encoding, null, problem);
        }
    }

    boolean isOf(Draft other, Encoding otherEncoding) {
        return encoding.equals(otherEncoding) && draft.equals(other);
    }
}
