package dev.earshot.journal;

import dev.earshot.journal.storage.Segments;
import java.nio.file.Path;

/**
 * The capture of a journal and one index of it, for a search. Both grow meanwhile.
 *
 * @param indexFolder where a search keeps its own disposable files
 * @param generation of the index; see {@link Journal#generation}
 */
public record JournalContents(Segments capture, RowIndex index, Path indexFolder, int generation) {}
