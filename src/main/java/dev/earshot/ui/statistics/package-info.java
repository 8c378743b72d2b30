/**
 * The window of statistics: which rows are measured, the tables that {@code session.statistics} makes of them,
 * drawings of distributions, and files of all that. {@link dev.earshot.ui.statistics.StatisticsWindow} is the window;
 * {@link dev.earshot.ui.statistics.StatisticsHost} is the log that is measured.
 *
 * <p>Imports {@code session.statistics}, {@code ui.log} for the choice of rows, {@code ui.parts} and {@code ui.plain}.
 * Rows are measured on the thread {@code statistics} and files written on the thread {@code export}; everything else
 * runs on the EDT.
 */
package dev.earshot.ui.statistics;
