/**
 * The log: its rows, the selected message in full, the filter, the span of time, and the framing.
 *
 * <p><b>The way of a row.</b> {@link dev.earshot.ui.log.SessionLogSource} reads it, {@link dev.earshot.ui.log.RowCache} puts
 * it into words once, as a {@link dev.earshot.ui.log.LogRow}, and {@link dev.earshot.ui.log.RowPainter} draws it without
 * renderer components. {@link dev.earshot.ui.log.DetailText} is the selected message, made on the thread {@code detail}. Both ask
 * {@link dev.earshot.session.view.MessageViews} how a message is shown.
 *
 * <p><b>Places.</b> A table counts rows and pixels in ints, so {@link dev.earshot.ui.log.LogTable} holds only a window of
 * the rows; {@link dev.earshot.ui.log.LogView} moves it along and owns the scroll bar that stands for all of them.
 * Selection, view and jumps speak of places, {@code long}s that {@link dev.earshot.ui.log.ShownRows} maps to row numbers.
 *
 * <p>{@link dev.earshot.ui.log.PaintWarmup} has painting loaded and compiled before the first row comes.
 */
package dev.earshot.ui.log;
