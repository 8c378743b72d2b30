/**
 * The bar at the top: what the endpoint is and where, and what came of opening it. What a tab's endpoint is stands in its
 * settings. {@link dev.earshot.ui.connect.ConnectBar} asks the {@link dev.earshot.ui.connect.EndpointFields} of that mode
 * for everything that is its own; all other parts of the window are the same for all modes, and only their words differ:
 * {@code Words.in}. So when another mode is chosen, the workspace is built anew, as for another language.
 */
package dev.earshot.ui.connect;
