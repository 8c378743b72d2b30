/**
 * The components of Swing that render HTML, made such that they do not. It imports nothing of ours but the words of
 * {@code session}; {@code ui.parts} and all packages of the window import it, and must not be imported here.
 * Everything is confined to the EDT.
 *
 * <p><b>Text is never HTML.</b> Swing renders text that begins with {@code <html>} and fetches its pictures, and texts
 * of others come over the network. The components whose names begin with {@code Plain} draw it as it is. Only they
 * extend the components of Swing that render HTML, only they are made, and only they have tool tips. {@link
 * dev.earshot.ui.plain.Plain} is what they share, {@link dev.earshot.ui.plain.Question} the plain dialog, and every
 * dialog for a file is a {@link dev.earshot.ui.plain.PlainFileChooser}.
 *
 * <p>A new component that is needed plain extends that of Swing, has tips that are a {@link
 * dev.earshot.ui.plain.PlainToolTip}, and switches HTML off before it gets a text.
 */
package dev.earshot.ui.plain;
