/**
 * Writes rows of a journal elsewhere: chosen ones into a file or to the clipboard, or all of them into a file as they
 * come.
 *
 * <p><b>May import</b> {@code journal} and {@code journal.search}, which must not import it, {@code files}, {@code
 * net}'s values, {@code codec} and {@code codec.framing}.
 *
 * <p><b>Exporting.</b> {@link dev.earshot.journal.export.RowExport} reads {@link
 * dev.earshot.journal.export.ChosenRows} one after the other and gives them to a {@link
 * dev.earshot.journal.export.RowWriter}; each format has one. {@link dev.earshot.journal.export.CaptureRowWriter}
 * writes them as a capture of their own, whose records {@link dev.earshot.journal.RecordEncoder} makes as those of the
 * journal. An export reports to a {@link dev.earshot.journal.TaskProgress}, which can cancel it, and writes its file
 * whole or not at all.
 *
 * <p><b>Writing rows as they come.</b> {@link dev.earshot.journal.export.LogFileWriter} follows the journal on a
 * thread of its own and appends its rows to a {@link dev.earshot.journal.export.RotatingFile}, which is put aside as
 * {@link dev.earshot.journal.export.LogRotation} says. {@link dev.earshot.journal.export.CatchUpPace} leaves the
 * processor to the threads that receive while it is far behind.
 */
package dev.earshot.journal.export;
