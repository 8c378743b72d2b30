package dev.earshot.ui.framing;

import dev.earshot.codec.framing.Framing;

/**
 * An entry of a {@link FramingPicker}.
 *
 * @param framing that it proposes; null if it opens the form with the present one, to choose a protocol or a wait
 */
record FramingEntry(Framing framing) {
    static final FramingEntry PROTOCOLS = new FramingEntry(null);

    /** Whether choosing it opens a form. */
    boolean opensForm() {
        return framing == null || framing.kind().hasParameters();
    }
}
