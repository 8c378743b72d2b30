/**
 * Exports rows of the log in the formats of other programs, to a file, a folder or a stream.
 *
 * <p>{@link dev.earshot.session.export.ExportFormat} lists the formats, each with a {@link
 * dev.earshot.journal.export.RowWriter}; a new one is a class of its own, one constant there, and its name in the
 * words. {@link dev.earshot.session.export.ExportOptions} says what they show. {@link
 * dev.earshot.journal.export.RowExport} reads the rows one by one, so that no export needs memory for more than a row,
 * and {@code files} writes the target whole or not at all.
 *
 * <p><b>Text of clients is escaped.</b> The forms for people show it as the log does, with invisible characters made
 * visible; HTML is escaped as well, and CSV guards formulas. JSON escapes invisible characters, so that its strings
 * are the texts themselves. Bytes are in CSV as hex digits, in JSON as Base64.
 *
 * <p>May import {@code session}, {@code session.view} and the packages below; {@code session} itself must not import
 * this package. It has no threads of its own.
 */
package dev.earshot.session.export;
