/**
 * The bar at the top of a tab: the kind of the endpoint, its address, and its state. {@link
 * dev.earshot.ui.connect.ConnectBar} shows the {@link dev.earshot.ui.connect.EndpointFields} of the kind that the
 * settings name; {@link dev.earshot.ui.connect.FieldsByKind} creates them. All other parts of the window ask the kind
 * for its capabilities, and their words differ ({@code Words.forKind}). So another kind rebuilds the workspace, as
 * another language does.
 *
 * <p>Imports {@code session}, the values below it, {@code ui.clients}, {@code ui.parts} and {@code ui.plain}, but
 * neither {@code ui.reply} nor {@code ui.send}. Everything runs on the EDT except the threads {@code addresses},
 * {@code look at folder} and {@code file manager}, which ask the system for what may take a while.
 */
package dev.earshot.ui.connect;
