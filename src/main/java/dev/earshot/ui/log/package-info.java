/**
 * The log: rows, the message in full, filter, span of time, split. A table counts rows and pixels in ints, so {@link
 * dev.earshot.ui.log.LogTable} holds only a window of the rows; {@link dev.earshot.ui.log.LogView} moves it along and owns
 * the scroll bar that stands for all of them. Selection, view and jumps speak of places, {@code long}s that {@link
 * dev.earshot.ui.log.ShownRows} maps to row numbers. Cells are painted without renderer components, and {@link
 * dev.earshot.ui.log.PaintWarmup} has painting loaded and compiled before the first row comes.
 */
package dev.earshot.ui.log;
