/**
 * What all rooms of the window are built of: keys, colours, icons, fonts, forms that pop up, tables that are edited in their
 * cells, the editor of a list ({@link dev.earshot.ui.parts.ListEditor}) with undo and a window of its own, text that is drawn
 * as it is. Knows nothing of what it is used for.
 *
 * <p><b>Text is never HTML.</b> Swing renders what begins with {@code <html>}, and fetches its pictures. The components whose
 * names begin with {@code Plain} cannot; nobody but they are made of Swing's own, and nothing else has tool tips.
 * {@link dev.earshot.ui.parts.Question} does so for dialogs.
 */
package dev.earshot.ui.parts;
