package dev.earshot.net;

import java.util.List;

/**
 * A kind of note that this version does not know. It comes from a capture of a later version or of another program.
 *
 * @param id the id in the capture
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

    /** Returns false: the meaning of the arguments is unknown. */
    @Override
    public boolean accepts(List<String> given) {
        return false;
    }
}
