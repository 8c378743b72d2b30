/**
 * The Swing window. Each part of it is one class of that name: {@link dev.earshot.ui.ConnectBar},
 * {@link dev.earshot.ui.ClientList}, {@link dev.earshot.ui.LogBar}, {@link dev.earshot.ui.LogTable},
 * {@link dev.earshot.ui.DetailPane}, {@link dev.earshot.ui.ReplyBar}, {@link dev.earshot.ui.SendBar},
 * {@link dev.earshot.ui.StatusBar};
 * {@link dev.earshot.ui.Workspace} places and connects them.
 *
 * <p><b>Tabs.</b> A {@link dev.earshot.ui.SessionTab} is a session, its own view of the settings, and its workspace.
 * {@link dev.earshot.ui.TabStrip} shows them and tells {@link dev.earshot.ui.Tabs} what a person does;
 * {@link dev.earshot.ui.TabRecords} is what is remembered of them. A session is begun, and its workspace built, when its
 * tab is first shown or listens at the start, so that tabs cost no time until then; another language reaches a hidden one
 * likewise. Only the tab that is seen is refreshed: of the others, state and figures are looked at four times a second. An
 * old capture is a tab like the others: one place to look at, one key to close it, no window behind another one.
 *
 * <p><b>Modes.</b> What a tab's endpoint is stands in its settings. {@link dev.earshot.ui.ConnectBar} asks the
 * {@link dev.earshot.ui.EndpointFields} of that mode for everything that is its own; all other parts are the same for all
 * modes, and only their words differ: {@code Words.in}. So when another mode is chosen, the workspace is built anew, as
 * for another language.
 *
 * <p><b>A log of any length.</b> A table counts rows and pixels in ints, so {@link dev.earshot.ui.LogTable} holds only a
 * window of the rows; {@link dev.earshot.ui.LogView} moves it along and owns the scroll bar that stands for all of them.
 * Selection, view and jumps speak of places, {@code long}s that {@link dev.earshot.ui.ShownRows} maps to row numbers.
 *
 * <p><b>What is answered by itself</b> is a {@code Behaviour}: the forms of {@link dev.earshot.ui.ReplyBar} and the
 * {@link dev.earshot.ui.RulesEditor} make another one of it, which holds at once. They are made when they are first asked
 * for. What was chosen of each kind of answer is kept by {@link dev.earshot.ui.ReplyChoices}.
 *
 * <p><b>In a flood</b> the EDT has to share the processors with whoever receives. So {@link dev.earshot.ui.Refresh} leaves
 * it alone for a multiple of what the last refresh took, {@link dev.earshot.ui.LogTable} paints its cells without
 * renderer components, and {@link dev.earshot.ui.Rehearsal} has painting loaded and compiled before the first one.
 *
 * <p>Imports {@code session} and the values below it, never a socket. Everything runs on the EDT except: {@code detail}
 * (reads one message in full), {@code copy} (reads many), {@code times} (finds the rows of times), {@code send} (to many),
 * {@code look at file} (looks at what is to be sent), {@code look at folder} (finds out where a fetched file is to be),
 * {@code file manager} (shows that folder),
 * {@code settings} (keeps names and tabs at once), {@code replies} (reads and keeps what answers),
 * {@code json file} (imports and exports rules and quick sends), {@code addresses}, {@code theme}, {@code begin} and {@code open}
 * (sessions of tabs), {@code tidy} (old captures) and {@code close}. The session tells of
 * changes on any thread; {@link dev.earshot.ui.Refresh} makes of them at most thirty EDT tasks a second, and only the
 * rows that are seen are read; {@link dev.earshot.ui.ChosenClients} has rows of one height, so that ten thousand clients
 * are not asked for it. Colours are asked for by {@link dev.earshot.ui.Token} while painting. What came over the wire is
 * drawn or put into text areas, and into labels only with {@code html.disable}.
 */
package dev.earshot.ui;
