package dev.earshot.journal;

import dev.earshot.net.Event;

/**
 * A note that a person has put on a row, and its form as an event in the capture.
 *
 * @param text in one line; empty if the note was removed
 */
public record RowNote(RowPlace place, String text) {
    /** The most characters of a note. */
    public static final int MOST_TEXT = 1000;

    /** Stands between several notes on one row. */
    public static final String BETWEEN = " / ";

    /** Keeps no more than {@link #MOST_TEXT} characters, and none that would break the line. */
    public RowNote {
        String whole = text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
        text = whole.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** Returns the note as an event to be recorded. */
    Event.Note toEvent() {
        return CaptureNote.ROW_NOTE.note(place.toText(), text);
    }

    /** Reads a note that {@link #toEvent} has written; returns null if the event is none, or was damaged. */
    static RowNote of(Event event) {
        if (!(event instanceof Event.Note note) || note.kind() != CaptureNote.ROW_NOTE || !note.isWellFormed()) {
            return null;
        }
        RowPlace place = RowPlace.parse(note.arguments().get(0));
        return place == null ? null : new RowNote(place, note.arguments().get(1));
    }
}
