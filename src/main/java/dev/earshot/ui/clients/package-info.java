/**
 * The list of those at the other end: {@link dev.earshot.ui.clients.ClientList} with figures of who is chosen,
 * {@link dev.earshot.ui.clients.ClientMenu} for what can be done with them. {@link dev.earshot.ui.clients.ClientListView} has
 * rows of one height, so that ten thousand clients are not asked for it.
 */
package dev.earshot.ui.clients;
