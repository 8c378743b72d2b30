/**
 * Shows the log: its rows, the selected message in full, the filter and the span of time. {@link
 * dev.earshot.ui.log.LogArea} is the log with its detail pane, {@link dev.earshot.ui.log.LogBar} and {@link
 * dev.earshot.ui.log.FilterBar} hold its controls. It may import {@code ui.log.detail}, which must not import it,
 * {@code ui.framing}, {@code ui.parts}, {@code ui.plain}, {@code session} and the packages below. Everything is
 * confined to the EDT, except the threads named below and {@code times}, and the rows that are copied, which the
 * session's thread {@code export} writes.
 *
 * <p><b>From row to pixels.</b> {@link dev.earshot.ui.log.RowCache} reads a row from the journal and formats it once as
 * a {@link dev.earshot.ui.log.LogRow}, and {@link dev.earshot.ui.log.RowPainter} draws it without renderer components.
 * The selected message is shown in full by {@code ui.log.detail}. Both ask {@link
 * dev.earshot.session.view.MessageViews} how a message is shown.
 *
 * <p><b>Places.</b> A table counts rows and pixels in ints, so {@link dev.earshot.ui.log.LogTable} holds only a window
 * of the rows; {@link dev.earshot.ui.log.LogView} moves it along and owns the scroll bar of all of them. Selection,
 * view and jumps use places, {@code long}s that {@link dev.earshot.ui.log.ShownRows} maps to row numbers.
 *
 * <p><b>While no row is shown</b>, {@link dev.earshot.ui.log.EmptyRows} says why, as {@link
 * dev.earshot.ui.log.EmptyRowsReason} finds out. {@link dev.earshot.ui.log.LogColumns} shows and hides the columns,
 * {@link dev.earshot.ui.log.DetailSplit} the detail.
 *
 * <p><b>Commands on rows.</b> {@link dev.earshot.ui.log.LogMenu} is the menu of a row; what other parts of the window
 * do is behind {@link dev.earshot.ui.log.RowActions}. {@link dev.earshot.ui.log.LogCopy} copies rows, {@link
 * dev.earshot.ui.log.RowExports} saves them in another form, {@link dev.earshot.ui.log.LogFileControl} has them
 * written to a file as they come, and {@link dev.earshot.ui.log.LogNotesView} puts notes on them
 * and goes from one to another; {@link dev.earshot.ui.log.NotePainter} paints them.
 *
 * <p>{@link dev.earshot.ui.log.PaintWarmup} has the code for painting loaded and compiled before the first row comes.
 */
package dev.earshot.ui.log;
