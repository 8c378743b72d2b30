/**
 * Provides the building blocks of the window: commands and keys, colours, icons, fonts, forms, edited tables, editors
 * of lists with undo. It imports {@code ui.plain}, whose components it is made of, {@code session} and the packages
 * below, and does not know the other packages of the window. Everything is confined to the EDT, except the thread
 * {@code json file} of {@link dev.earshot.ui.parts.JsonFiles}, and {@link dev.earshot.ui.parts.SystemTheme}, which
 * must not run on the EDT.
 *
 * <p><b>Commands.</b> A {@link dev.earshot.ui.parts.Command} has the key of its words, its drawing, its strokes, its
 * action and the condition under which it is enabled. Each package of the window declares its commands in classes
 * whose names end with {@code Shortcuts}, as {@link dev.earshot.ui.parts.CommandTable}s; only there are {@link
 * dev.earshot.ui.parts.Keys} chosen. {@link dev.earshot.ui.parts.FormShortcuts} binds Enter and Esc of forms and
 * fields.
 *
 * <p><b>Editors.</b> {@link dev.earshot.ui.parts.ListEditor} edits a list with its {@link
 * dev.earshot.ui.parts.UndoableListModel} in an {@link dev.earshot.ui.parts.EditorWindow}; {@link
 * dev.earshot.ui.parts.PopoverForm} is a form over the window that is applied or left.
 */
package dev.earshot.ui.parts;
