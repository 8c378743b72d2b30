/**
 * The panel of the clients: {@link dev.earshot.ui.clients.ClientList} shows the list and the figures of the chosen
 * clients, {@link dev.earshot.ui.clients.ClientMenu} has the commands for them, and {@link
 * dev.earshot.ui.clients.ClientSidebar} folds it in a narrow window. {@link dev.earshot.ui.clients.ClientSorter}
 * decides when the list may move. The rows of {@link dev.earshot.ui.clients.ClientListView} have one height, so that
 * ten thousand of them need not be measured.
 *
 * <p>Imports {@code session}, the values below it, {@code ui.log} for the bar beside the list, {@code ui.parts} and
 * {@code ui.plain}. Everything runs on the EDT; only a role is given on a thread of its own, {@code role}.
 */
package dev.earshot.ui.clients;
