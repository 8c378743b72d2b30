/**
 * The bar at the top: the kind of the endpoint, its place, and what came of opening it. The settings of a tab name the
 * kind. {@link dev.earshot.ui.connect.ConnectBar} asks the {@link dev.earshot.ui.connect.EndpointFields} of that kind for
 * everything that is its own; {@link dev.earshot.ui.connect.FieldsByKind} makes them. All other parts of the window ask the
 * kind for its capabilities, and their words differ: {@code Words.in}. So when another kind is chosen, the workspace is
 * built anew, as for another language.
 */
package dev.earshot.ui.connect;
