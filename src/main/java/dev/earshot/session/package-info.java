/**
 * The state behind one tab or one run in the terminal: an endpoint, its journal, its lens and its clients, and what
 * outlives them: the kept sessions and the settings, of which each tab has its own view.
 *
 * <p>May import {@code reply}, {@code tftp}, {@code journal}, {@code net} and {@code codec}; never Swing.
 *
 * <p>{@link dev.earshot.session.Session} takes commands from any thread and returns at once; they are carried out one
 * after the other on its thread {@code open}. It hands out one object for each thing that can be asked of it:
 * {@link dev.earshot.session.Clients}, {@link dev.earshot.session.SessionLog} (the rows and how they are read),
 * {@link dev.earshot.session.Sending}, {@link dev.earshot.session.Replies} (what is sent by itself) and
 * {@link dev.earshot.session.Traffic}. Cutting the history anew has a thread of its own, {@code reframe},
 * and so has each export, {@code export}: rows that are copied, a capture that is saved. {@link dev.earshot.session.Replies} keeps what the session does by itself, whichever endpoint it has.
 * {@link dev.earshot.session.TftpTransfers} fetches files by TFTP instead of an endpoint, each on a thread {@code tftp}; its peers
 * are of the transport TFTP, which the capture keeps, so that their datagrams are shown as words, live and when an old
 * capture is opened. How rows are shown is told by the package {@code view}; {@link dev.earshot.session.Lens} tells in
 * which encoding.
 * What an endpoint tells goes through an {@link dev.earshot.session.EventPipeline}, whose page says in which order.
 * {@link dev.earshot.session.RuleDryRun} tries rules on the capture on a thread {@code try}.
 * Each kind of endpoint is an {@link dev.earshot.session.EndpointKind}, with its settings, its words and what it can do, and
 * {@link dev.earshot.session.EndpointKinds} lists them; an {@link dev.earshot.session.EndpointConfig} is what is opened of it.
 * {@link dev.earshot.session.UdpCommands} takes what only UDP can be asked. An attempt to open that is
 * given up is closed on a thread {@code give up}.
 * {@link dev.earshot.session.EventWords} says in words what an event tells; {@link dev.earshot.session.KnownNotes} lists
 * the enums of all kinds of notes, whose words stand under {@code row.note.} and the id of the kind.
 * Everything that can be asked for is a snapshot or a live figure that needs no lock.
 */
package dev.earshot.session;
