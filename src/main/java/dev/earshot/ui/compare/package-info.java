/**
 * Shows two messages side by side with their differences. {@link dev.earshot.ui.compare.Comparisons} remembers a
 * message that is to be compared, across clients and tabs, and opens a window for two of them; {@code session.compare}
 * finds the differences, on the thread {@code compare}.
 *
 * <p>Imports {@code session.compare}, {@code ui.parts} and {@code ui.plain}. Everything else runs on the EDT.
 */
package dev.earshot.ui.compare;
