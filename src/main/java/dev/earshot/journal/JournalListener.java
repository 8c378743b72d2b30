package dev.earshot.journal;

import dev.earshot.net.Event;
import dev.earshot.net.NoteKinds;

/**
 * Receives the events that the journal has recorded, but for a few notes of its own and those of people: live on the
 * threads of the endpoint and of the capture, or while a capture is opened.
 */
public interface JournalListener {

    /** Takes one event and the time at which it was recorded, in nanoseconds since 1970-01-01 UTC. Never blocks. */
    void on(Event event, long epochNanos);

    /** Returns the kinds of notes that the capture may have, on every call the same; others are read as unknown. */
    default NoteKinds noteKinds() {
        return CaptureNote.KNOWN;
    }
}
