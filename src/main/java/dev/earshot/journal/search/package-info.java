/**
 * Finds the rows of a journal that pass a filter: by the bytes of messages, by their text, by fields, by peer and by
 * time.
 *
 * <p><b>May import</b> {@code journal} and {@code journal.storage}, which must not import it, {@code fields}, {@code
 * net}'s values, {@code codec} and {@code codec.framing}.
 *
 * <p><b>What is looked for.</b> A {@link dev.earshot.journal.search.Filter} says which rows pass. A {@link
 * dev.earshot.journal.search.SearchTerm} is what a person has typed, and makes a {@link
 * dev.earshot.journal.search.BytePattern}, an {@link dev.earshot.journal.search.ExpressionPredicate} or a {@link
 * dev.earshot.journal.search.FieldPredicate} of it. Messages are read by a {@link dev.earshot.journal.search.RowLens}.
 *
 * <p><b>Filtering</b> goes through index and capture once, from the first byte to the last and then live: {@link
 * dev.earshot.journal.search.FilteredRows} keeps the numbers of the rows that pass, 8 bytes each, in another such
 * file; where it lets through only a span of time, it begins and ends at rows found by binary search. A long history
 * is cut into ranges of 4 MiB, which {@link dev.earshot.journal.search.ParallelSearch} searches side by side on as
 * many threads as there are processors; their rows are taken in order, and {@link
 * dev.earshot.journal.search.BytePatternMatcher#append} decides about the rows that cross a border. Bytes are searched
 * in the capture as it lies, and only a hit is mapped to its row: {@link dev.earshot.journal.search.RunSearch} goes
 * through many records at once, headers too, up to one in which a row of an earlier record goes on. A regular
 * expression is run on the rows that have the {@link dev.earshot.codec.RequiredLiterals} of it, if it has any, and
 * given up on a row after so many steps, which bounds what a hostile one costs. It is the JDK's engine: RE2/J 1.8,
 * whose time grows with the length only, has a third to all of its speed on usual expressions and rows of 64 bytes,
 * three times its speed on {@code (\w+)=}, and neither back references nor looks around.
 *
 * <p><b>Threads.</b> {@code filter} searches and waits for new rows, one for each {@link
 * dev.earshot.journal.search.FilteredRows}, with helpers for a long history; nobody waits for them.
 */
package dev.earshot.journal.search;
