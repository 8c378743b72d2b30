/**
 * Help in the window: {@link dev.earshot.ui.help.GuideWindow} shows the pages of the guide, which the jar has as they
 * stand in {@code src/docs/guide}. {@link dev.earshot.ui.help.GuidePages} finds and reads them, {@link
 * dev.earshot.ui.help.GuideHtml} turns them into HTML. This is the only place of the window that renders HTML: it is
 * given our own files and nothing else.
 *
 * <p>Imports {@code session} for the words, {@code ui.parts} and {@code ui.plain}. Everything runs on the EDT.
 */
package dev.earshot.ui.help;
