/**
 * The Swing window. Each part of it is one class of that name; {@link dev.earshot.ui.Workspace} places and connects them.
 * They live in rooms: {@code connect} (the bar at the top), {@code clients} (the list), {@code log} (the rows and what is
 * found in them), {@code reply} (what is answered by itself), {@code send} (the send box), and under all of them {@code
 * parts}, which know nothing of what they are used for. {@code connect}, {@code reply} and {@code send} do not know each
 * other; all may know {@code clients} and {@code log}.
 *
 * <p><b>Tabs.</b> A {@link dev.earshot.ui.SessionTab} is a session, its own view of the settings, and its workspace.
 * {@link dev.earshot.ui.TabStrip} shows them and tells {@link dev.earshot.ui.Tabs} what a person does;
 * {@link dev.earshot.ui.TabRecords} is what is remembered of them. A session is begun, and its workspace built, when its
 * tab is first shown or listens at the start, so that tabs cost no time until then; another language reaches a hidden one
 * likewise. Only the tab that is seen is refreshed: of the others, state and figures are looked at four times a second. An
 * old capture is a tab like the others: one place to look at, one key to close it, no window behind another one.
 *
 * <p><b>Commands and keys.</b> Each room declares in one class what can be done in it and by which key:
 * {@link dev.earshot.ui.log.LogShortcuts}, {@link dev.earshot.ui.send.SendShortcuts} and so on; those of the window and the
 * list of all tables are in {@code WindowShortcuts}, those of the tabs in {@code TabShortcuts}. A command also says what
 * its drawing is and when it is enabled. Menus, tool buttons, tool tips, bindings and Help &gt; Keys are made from them,
 * so that a new command is a line of its table, its words, and the method that it calls. Enter and Esc in forms and fields
 * are bound by {@link dev.earshot.ui.parts.FormShortcuts}. No other class chooses a key.
 *
 * <p><b>In a flood</b> the EDT has to share the processors with whoever receives. So {@link dev.earshot.ui.Refresh} leaves
 * it alone for a multiple of what the last refresh took, {@link dev.earshot.ui.log.LogTable} paints its cells without
 * renderer components, and {@link dev.earshot.ui.log.PaintWarmup} has painting loaded and compiled before the first one.
 *
 * <p>Imports {@code session} and the values below it, never a socket. Everything runs on the EDT except: {@code detail}
 * (reads one message in full), {@code times} (finds the rows of times), {@code send} (to many), {@code role} (gives one),
 * {@code look at file} (looks at what is to be sent), {@code look at folder} (finds out where a fetched file is to be),
 * {@code file manager} (shows that folder),
 * {@code settings} (keeps names and tabs at once), {@code replies} (reads and keeps what answers),
 * {@code json file} (imports and exports rules and quick sends), {@code addresses}, {@code theme}, {@code begin} and {@code open}
 * (sessions of tabs), {@code tidy} (old captures) and {@code close}. The session tells of
 * changes on any thread; {@link dev.earshot.ui.Refresh} makes of them at most thirty EDT tasks a second, and only the
 * rows that are seen are read; {@link dev.earshot.ui.clients.ClientListView} has rows of one height, so that ten thousand clients
 * are not asked for it. Colours are asked for by {@link dev.earshot.ui.parts.Token} while painting. What came over the wire is
 * drawn, or put into text areas and the plain components of {@code parts}, which never render HTML.
 */
package dev.earshot.ui;
