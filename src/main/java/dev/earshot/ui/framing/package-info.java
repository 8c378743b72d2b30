/**
 * Chooses framings: a box with the protocols and every kind of framing, and the form with the parameters of one. The
 * log and the rules of replies both choose with it. It may import {@code ui.parts}, {@code ui.plain}, {@code session}
 * and the packages below, but no other package of the window. Everything is confined to the EDT, except what is read
 * on the threads named below.
 *
 * <p>{@link dev.earshot.ui.framing.FramingPicker} is the box, whose entries are {@link
 * dev.earshot.ui.framing.FramingEntry}s. It opens a {@link dev.earshot.ui.framing.FramingForm}, in which {@link
 * dev.earshot.ui.framing.ProtocolBox} chooses a protocol and {@link dev.earshot.ui.framing.WaitFields} the silence
 * that ends an unfinished message. {@link dev.earshot.ui.framing.FramingWords} describes a framing in words.
 *
 * <p><b>Editors.</b> A kind with parameters has a {@link dev.earshot.ui.framing.FramingEditor}, which adds its {@link
 * dev.earshot.ui.framing.FramingFields} to the form. The parameters of a new kind are edited in one text field by
 * {@link dev.earshot.ui.framing.ParametersEditor}; a kind that deserves more fields gets an editor of its own, and a
 * line in {@link dev.earshot.ui.framing.FramingEditors}.
 *
 * <p><b>Threads.</b> {@link dev.earshot.ui.framing.FramingSource} reads what the form shows besides, a {@link
 * dev.earshot.ui.framing.FramingContext}, on the thread {@code framings}: the user's own framings and the selected
 * message. {@link dev.earshot.ui.framing.CutLine} cuts that message on the thread {@code cut}, and says how many
 * messages it would be.
 */
package dev.earshot.ui.framing;
