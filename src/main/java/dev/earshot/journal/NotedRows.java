package dev.earshot.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * The rows of one index that have notes. A note that lies in a message that has not ended is assigned when that ends.
 * Any thread.
 */
public final class NotedRows {
    /** Stands between the notes of one row. */
    private record Pending(RowNote note, Row.Kind kind, int peer) {}

    private final NavigableMap<Long, List<RowNote>> notes = new ConcurrentSkipListMap<>();
    private final NavigableMap<Long, String> texts = new ConcurrentSkipListMap<>();
    private final Map<RowPlace, RowNote> taken = new HashMap<>(); // guarded by this
    private volatile List<Pending> pending = List.of();

    /** Returns the text of a row's note, or of all its notes if several rows have become one; mostly empty. */
    public String text(long row) {
        return texts.isEmpty() ? "" : texts.getOrDefault(row, "");
    }

    /** Whether a note has a row, or awaits it, with the same text. */
    synchronized boolean has(RowNote note) {
        return note.equals(taken.get(note.place()));
    }

    /** Returns the notes of a row, in the order of their bytes. */
    List<RowNote> of(long row) {
        return notes.getOrDefault(row, List.of());
    }

    /** Returns the texts by the numbers of their rows, rising; the map changes with the notes. */
    public NavigableMap<Long, String> texts() {
        return texts;
    }

    /** Puts a note on a row, in place of the one that names the same byte; an empty text removes that one. */
    synchronized void put(long row, RowNote note) {
        taken.put(note.place(), note);
        List<RowNote> all = new ArrayList<>(of(row));
        all.removeIf(one -> one.place().equals(note.place()));
        if (!note.text().isEmpty()) {
            all.add(note);
        }
        if (all.isEmpty()) {
            notes.remove(row);
            texts.remove(row);
        } else {
            notes.put(row, List.copyOf(all));
            texts.put(row, all.stream().map(RowNote::text).collect(Collectors.joining(RowNote.BETWEEN)));
        }
    }

    /** Keeps a note until the message ends in which its byte lies. */
    synchronized void await(RowNote note, Row.Kind kind, int peer) {
        taken.put(note.place(), note);
        List<Pending> all = new ArrayList<>(pending);
        all.removeIf(one -> one.note.place().equals(note.place()));
        if (!note.text().isEmpty()) {
            all.add(new Pending(note, kind, peer));
        }
        pending = List.copyOf(all);
    }

    /** Assigns the notes of an unfinished message, which has ended as this row. */
    void rowEnded(Row.Kind kind, int peer, long row) {
        if (!pending.isEmpty()) {
            assign(kind, peer, row);
        }
    }

    private synchronized void assign(Row.Kind kind, int peer, long row) {
        List<Pending> rest = new ArrayList<>();
        for (Pending one : pending) {
            if (one.kind == kind && one.peer == peer) {
                put(row, one.note);
            } else {
                rest.add(one);
            }
        }
        pending = List.copyOf(rest);
    }

    /** Forgets the notes of the rows before this one. */
    synchronized void removeBefore(long row) {
        notes.headMap(row).clear();
        texts.headMap(row).clear();
    }
}
