package dev.earshot.net;

import java.util.HashMap;
import java.util.Map;

/** Finds the known kinds of notes by their ids when a capture is read. Immutable. */
public final class NoteKinds {
    private final Map<String, NoteKind> byId;

    private NoteKinds(Map<String, NoteKind> byId) {
        this.byId = byId;
    }

    /**
     * Makes the set of all kinds of these enums.
     *
     * @throws IllegalArgumentException if two have the same id
     */
    public static NoteKinds of(NoteKind[]... enums) {
        Map<String, NoteKind> byId = new HashMap<>();
        for (NoteKind[] constants : enums) {
            for (NoteKind kind : constants) {
                if (byId.put(kind.id(), kind) != null) {
                    throw new IllegalArgumentException("two kinds of notes are called " + kind.id());
                }
            }
        }
        return new NoteKinds(Map.copyOf(byId));
    }

    /** Returns the kind of this id, or an {@link UnknownNote}. */
    public NoteKind find(String id) {
        NoteKind known = byId.get(id);
        return known == null ? new UnknownNote(id) : known;
    }
}
