package dev.earshot.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The notes that people have put on rows. Those of a capture that is being written are appended to it; those of an
 * opened one, which is only read, go to a {@link Store}. Any thread. Its lock is taken after the journal's, if at all.
 */
public final class RowNotes {
    private static final long NOT_FOUND = -1;

    private final Journal journal;
    private final Map<RowPlace, String> texts = new LinkedHashMap<>(); // guarded by this, as are the offsets
    private final Map<RowPlace, Long> offsets = new HashMap<>(); // of their records; NOT_FOUND where there is none
    private volatile Store store; // null: the capture, or nothing
    private volatile int version;
    private volatile boolean clockSetBack;

    /** Keeps the notes of a capture that is only read. */
    public interface Store {
        /** Replaces what is kept by these notes, of which those without a text are removed ones. Blocks. */
        void save(List<RowNote> all) throws IOException;
    }

    RowNotes(Journal journal) {
        this.journal = journal;
    }

    /** Returns a number that changes whenever a note has changed. */
    public int version() {
        return version;
    }

    /** Returns the texts by the numbers of their rows, rising. The map changes until the rows get other numbers. */
    public NavigableMap<Long, String> rows() {
        return Collections.unmodifiableNavigableMap(journal.index().notes().texts());
    }

    /**
     * Puts a note on a row in place of the one that is there. Blocks.
     *
     * @param generation the generation of the journal whose row number this is
     * @param text an empty one removes the note
     * @throws RowsChangedException if the rows have other numbers since
     * @throws IOException if the row was removed or cannot be read, or the store cannot be written
     */
    public void put(long row, int generation, String text) throws IOException {
        RowIndex index = journal.index(generation);
        if (index == null) {
            throw RowsChangedException.byFraming();
        }
        List<RowNote> before = index.notes().of(row);
        List<RowNote> changed = new ArrayList<>();
        if (before.isEmpty()) {
            RowLocator.Found found = new RowLocator(index, journal.segments()).nameOf(row);
            changed.add(new RowNote(found.place(), text));
            synchronized (this) {
                offsets.put(found.place(), found.offset());
            }
        } else {
            before.forEach(note -> changed.add(new RowNote(note.place(), changed.isEmpty() ? text : "")));
        }
        if (store != null) {
            store.save(allWith(changed));
        }
        journal.maintain(time -> {
            changed.forEach(note -> take(note, time));
            version++;
            return changed.get(0).toEvent();
        });
    }

    private synchronized List<RowNote> allWith(List<RowNote> changed) {
        Map<RowPlace, String> all = new LinkedHashMap<>(texts);
        changed.forEach(note -> all.put(note.place(), note.text()));
        return list(all);
    }

    private static List<RowNote> list(Map<RowPlace, String> texts) {
        List<RowNote> all = new ArrayList<>();
        texts.forEach((place, text) -> all.add(new RowNote(place, text)));
        return all;
    }

    /** Records a note and shows it. Under the journal's lock. */
    private synchronized void take(RowNote note, long time) {
        if (journal.keeper() != null) {
            journal.record(note.toEvent(), time);
        }
        texts.put(note.place(), note.text());
        resolve(journal.index());
    }

    /** Takes the notes that were read with an old capture. */
    void open(RecordedNotes read) throws IOException {
        RowLocator locator = new RowLocator(journal.index(), journal.segments());
        Set<RowPlace> noted = new HashSet<>();
        clockSetBack = read.isClockSetBack();
        synchronized (this) {
            read.notes().keySet().forEach(place -> noted.add(place.ofRecord()));
            for (Map.Entry<Long, RecordedNotes.Comment> comment :
                    read.comments().entrySet()) {
                RowPlace place =
                        locator.nameAt(comment.getKey(), comment.getValue().kind());
                if (place != null && !noted.contains(place)) { // else a copy of ours has them in more detail
                    texts.put(place, comment.getValue().text());
                    offsets.put(place, comment.getKey());
                }
            }
        }
        add(list(read.notes()));
    }

    /**
     * Adds kept notes, which win over those in the capture, and saves all notes in a store from now on.
     *
     * @throws IOException if the capture cannot be read
     */
    public void keepIn(List<RowNote> kept, Store newStore) throws IOException {
        store = newStore;
        add(kept);
    }

    private void add(List<RowNote> read) throws IOException {
        RowLocator locator = new RowLocator(journal.index(), journal.segments());
        List<RowPlace> places = read.stream().map(RowNote::place).toList();
        Map<RowPlace, Long> found = places.isEmpty() ? Map.of() : locator.find(places, clockSetBack);
        synchronized (this) {
            read.forEach(note -> texts.put(note.place(), note.text()));
            places.forEach(place -> offsets.put(place, found.getOrDefault(place, NOT_FOUND)));
        }
        resolve(journal.index());
        version++;
    }

    /** Returns the comments of packets by the offsets of their records; an empty list where a note was removed. */
    synchronized NavigableMap<Long, List<String>> comments() {
        NavigableMap<Long, List<String>> comments = new TreeMap<>();
        texts.entrySet().stream()
                .sorted(Comparator.comparingInt(note -> note.getKey().position()))
                .forEach(note -> {
                    List<String> all = comments.computeIfAbsent(
                            offsets.getOrDefault(note.getKey(), NOT_FOUND), offset -> new ArrayList<>());
                    if (!note.getValue().isEmpty()) {
                        all.add(note.getValue());
                    }
                });
        return comments;
    }

    /** Returns all notes of a capture that has not got all of them itself; none of any other. */
    synchronized List<RowNote> unrecorded() {
        return store == null ? List.of() : list(texts);
    }

    /** Finds the rows of all notes in an index, as far as it goes. A note whose row cannot be read is not shown. */
    synchronized void resolve(RowIndex index) {
        RowLocator locator = new RowLocator(index, journal.segments());
        texts.forEach((place, text) -> {
            RowNote note = new RowNote(place, text);
            long offset = offsets.getOrDefault(place, NOT_FOUND);
            if (offset >= journal.segments().start() && !index.notes().has(note)) {
                locator.assign(note, offset);
            }
        });
    }
}
