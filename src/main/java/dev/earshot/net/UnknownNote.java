package dev.earshot.net;

import java.util.List;

/**
 * A kind of note that this version does not know: one of a later version's capture, or of a foreign one.
 *
 * @param id as the capture says it
 */
public record UnknownNote(String id) implements NoteKind {
    @Override
    public String name() {
        return id;
    }

    @Override
    public List<NoteArgument> arguments() {
        return List.of();
    }

    @Override
    public NoteSeverity severity() {
        return NoteSeverity.INFO;
    }

    /** Never: nobody knows what its arguments mean. */
    @Override
    public boolean accepts(List<String> given) {
        return false;
    }
}
