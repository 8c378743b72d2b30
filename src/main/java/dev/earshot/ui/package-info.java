/**
 * The Swing window. {@link dev.earshot.ui.Workspace} shows one session: it places the parts and connects them. {@code
 * LogCommands}, {@code RowCommands} and {@code ClientCommands} carry out what a person wants of several parts. The
 * parts live in packages of their own: {@code connect} (the bar at the top), {@code clients} (the client list), {@code
 * log} (the rows, the filter and the detail), {@code plot} (plots and the timeline), {@code compare} (two messages
 * side by side), {@code fields} (descriptions of fields), {@code statistics} (the window of statistics), {@code reply}
 * (automatic replies), {@code send} (the send box), {@code help} (the guide), and below them {@code framing} (the
 * choice of a framing), {@code parts} (components and helpers for all of them) and {@code plain} (components that
 * never render HTML). {@code connect}, {@code plot}, {@code compare}, {@code fields}, {@code statistics}, {@code
 * reply} and {@code send} do not know each other; all may know {@code clients}, {@code log} and {@code framing}.
 *
 * <p><b>Tabs.</b> A {@link dev.earshot.ui.SessionTab} has a session, its own settings, and a workspace. {@link
 * dev.earshot.ui.TabStrip} shows the tabs and tells {@link dev.earshot.ui.Tabs} what a person does; {@link
 * dev.earshot.ui.SessionStarter} starts their sessions, and {@link dev.earshot.ui.TabRecords} remembers them. A
 * session starts, and its workspace is built, when its tab is first shown or listens at the start, so that tabs cost
 * no time until then; a hidden tab also changes its language only when it is shown. Only the selected tab is
 * refreshed; figures and states of the others are updated four times a second. An old capture is a tab like the
 * others: one place to look, one key to close it, no window behind another one. {@code CaptureFiles} opens and saves
 * captures, {@code ProfileFiles} the set-up of a tab, {@code ReplayLauncher} finds the receivers of a replay in all
 * tabs. {@code WindowBars} are above the log of the selected tab: errors, problems and captures of sessions that ended
 * unexpectedly.
 *
 * <p><b>Commands and keys.</b> Each package declares its commands with their keys in one class: {@link
 * dev.earshot.ui.log.LogShortcuts}, {@link dev.earshot.ui.send.SendShortcuts} and so on; those of the window and the
 * list of all tables are in {@code WindowShortcuts}, those of the tabs in {@code TabShortcuts}. A command also has its
 * icon and says when it is enabled. Menus, tool buttons, tool tips, bindings and Help &gt; Keys are made from them, so
 * that a new command is a line of its table, its words, and the method that it calls. Enter and Esc in forms and
 * fields are bound by {@link dev.earshot.ui.parts.FormShortcuts}, the keys of edited lists by {@link
 * dev.earshot.ui.parts.ListShortcuts}. No other class chooses a key.
 *
 * <p><b>In a flood</b> the EDT shares the processors with the threads that receive. So {@link dev.earshot.ui.Refresh}
 * pauses for a multiple of what the last refresh took, {@link dev.earshot.ui.log.LogTable} paints its cells without
 * renderer components, and {@link dev.earshot.ui.log.PaintWarmup} has painting loaded and compiled before the first
 * row is painted. What the first paint does not need waits in {@link dev.earshot.ui.parts.DeferredTasks} until it is
 * done, or until the first key or click: the contents of the menus, the bindings of keys, the icons of the window. A
 * refresh sets, paints and lays out only what has changed: the bars of figures have a fixed height and are laid out
 * alone, and a {@link dev.earshot.ui.parts.FigureLabel} only when it needs other room. The clients and the figures
 * follow the rows some milliseconds later. Swing paints what is to be painted within a component as one rectangle if
 * the component is to be painted too; so a refresh paints no component with others in it, such as the divider's split
 * pane. What a refresh does often must not be large code, such as antialiased shapes or formats made anew: in the
 * first seconds of a flood the compiler of the JVM takes more processor time than all readers. The session reports
 * changes on any thread; {@link dev.earshot.ui.Refresh} turns them into at most thirty EDT tasks a second, and only
 * visible rows are read.
 *
 * <p><b>Threads.</b> Everything runs on the EDT except: {@code detail} (reads one message in full), {@code times}
 * (finds the rows of a time), {@code send} (sends to many), {@code role} (gives a role), {@code look at file} (checks
 * a file to send), {@code look at folder} (checks where a fetched file will be), {@code file manager} (shows that
 * folder), {@code settings} (saves names and tabs at once), {@code replies} (reads and saves replies), {@code json
 * file} (imports and exports rules and quick sends), {@code addresses}, {@code theme}, {@code begin} and {@code open}
 * (sessions of tabs), {@code tidy} (old captures), {@code close}, {@code row} (reads whole messages for a command),
 * {@code compare}, {@code statistics}, and {@code shutdown} (closes everything when the program is told to end).
 *
 * <p><b>Laws.</b> Imports {@code session} and the values below it, never a socket. Colours are read from {@link
 * dev.earshot.ui.parts.Token} while painting. What came over the wire is drawn, or put into text areas and the plain
 * components of {@code plain}, which never render HTML.
 */
package dev.earshot.ui;
