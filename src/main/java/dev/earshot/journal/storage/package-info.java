/**
 * The bytes of a capture and of its index: in files, in memory while no file can be written, or lost.
 *
 * <p><b>May import</b> SLF4J, nothing of ours. It knows neither records nor rows, only bytes and where they are.
 *
 * <p><b>Offsets.</b> An offset counts all bytes that were ever recorded before it, whatever holds them now: {@link
 * dev.earshot.journal.storage.Segments} are files of a sixteenth of the size limit each ({@link
 * dev.earshot.journal.storage.CaptureLimit}), and while none can be written, pieces of memory. {@link
 * dev.earshot.journal.storage.SegmentedFile} writes them one after the other, {@link
 * dev.earshot.journal.storage.CaptureDisk} makes and deletes their files, and {@link
 * dev.earshot.journal.storage.CaptureLocation} names them.
 *
 * <p><b>At the size limit</b> the oldest segment is taken off the list; its file is deleted later, without the lock.
 * Offsets stay. A reader at that place gets a {@link dev.earshot.journal.storage.RecordGoneException}.
 *
 * <p><b>When a file cannot be written</b>, the segmented file goes on in a window of 16 MiB whose oldest eighth is
 * lost when it is full, and counted by {@link dev.earshot.journal.storage.CaptureHealth}; a lost run stays on the
 * list, so that its rows say "not kept". When there is room again, the memory is written to a file, byte for byte at
 * its offset.
 *
 * <p><b>The index</b> is kept in chains of files without a name ({@link dev.earshot.journal.storage.AppendFile}), of
 * which the oldest go with the oldest segments. They have a bound of their own in memory, and read as lost beyond it.
 *
 * <p><b>Threads.</b> Written under the lock of the journal, read by any thread without one.
 */
package dev.earshot.journal.storage;
