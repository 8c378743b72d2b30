package dev.earshot.journal.storage;

/**
 * The state of a capture: whether it is kept in files, and how much is not.
 *
 * @param why the system's words, the folder that is gone, or the damaged file; empty while all is well
 * @param inMemory the bytes that are kept only in memory, at most some 16 MiB
 * @param notKept the bytes of messages that did not fit there either, since the trouble began; or those of a damaged
 *     file that cannot be read
 */
public record CaptureState(Kind kind, String why, long inMemory, long notKept) {

    /** The condition of a capture's files. */
    public enum Kind {
        /** Everything is in files. */
        KEPT,
        /** The files cannot be written. */
        FAILING,
        /** The folder, or a file in it, was deleted. Its rows can be read until the program ends. */
        GONE,
        /** A file of an old capture is damaged, or ends too early. */
        DAMAGED
    }

    /** Everything is in files. */
    public static final CaptureState WELL = new CaptureState(Kind.KEPT, "", 0, 0);
}
