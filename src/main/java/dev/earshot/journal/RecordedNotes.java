package dev.earshot.journal;

import dev.earshot.net.Event;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the notes of people while an old capture is read: those recorded, and comments on packets. */
final class RecordedNotes {
    /** The most notes of a capture; more in a damaged or hostile one are left out. */
    static final int MOST = 100_000;

    /** The most characters of all comments, which a hostile capture may have without end. */
    private static final int MOST_CHARACTERS = 16 << 20;

    private final Map<RowPlace, String> notes = new LinkedHashMap<>();
    private final Map<Long, Comment> comments = new LinkedHashMap<>();

    private int characters; // of the comments
    private long latest = Long.MIN_VALUE;
    private boolean clockSetBack;

    /** A comment on the packet of a row of this kind. */
    record Comment(Row.Kind kind, String text) {}

    /** Takes an event; returns whether it is a note of a person, which is no event for anybody else. */
    boolean take(Event event, long epochNanos) {
        clockSetBack |= epochNanos < latest;
        latest = epochNanos;
        RowNote note = RowNote.of(event);
        if (note != null && (notes.size() < MOST || notes.containsKey(note.place()))) {
            notes.put(note.place(), note.text());
        }
        return note != null;
    }

    /** Takes the comment on the packet of an event, whose record begins at {@code offset}. */
    void takeComment(Event event, String text, long offset) {
        if (comments.size() < MOST && characters < MOST_CHARACTERS) {
            characters += text.length();
            Row.Kind kind = event instanceof Event.Received
                    ? Row.Kind.RECEIVED
                    : event instanceof Event.Sending ? Row.Kind.SENT : Row.Kind.EVENT;
            comments.put(offset, new Comment(kind, text));
        }
    }

    /** Whether a record has an earlier time than the one before it. */
    boolean isClockSetBack() {
        return clockSetBack;
    }

    /** Returns the latest recorded text for each row. */
    Map<RowPlace, String> notes() {
        return notes;
    }

    /** Returns the comments by the offsets of their records. */
    Map<Long, Comment> comments() {
        return comments;
    }
}
