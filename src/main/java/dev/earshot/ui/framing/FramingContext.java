package dev.earshot.ui.framing;

import dev.earshot.session.UserFramings;
import java.util.Optional;

/**
 * The data that a form of framings shows beside the framing itself.
 *
 * @param framings known by names
 * @param selected the selected message of the log, at most {@link FramingSource#MOST_BYTES} of it; empty if none is
 *     selected
 */
record FramingContext(UserFramings framings, Optional<byte[]> selected) {}
