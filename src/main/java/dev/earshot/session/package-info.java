/**
 * Holds the state behind one tab or one run in the terminal, and what outlives it: the stored captures.
 *
 * <p>Its settings are in {@code session.settings} and its texts for people in {@code session.words}, which see nothing
 * of this package. May import them, {@code reply}, {@code tftp}, {@code packets}, {@code journal}, {@code fields},
 * {@code net}, {@code files}, {@code codec} and their packages; never Swing.
 *
 * <p>The main classes:
 *
 * <ul>
 *   <li>{@link dev.earshot.session.Session} takes commands and hands out one object for each part of it: {@link
 *       dev.earshot.session.Clients}, {@link dev.earshot.session.SessionLog}, {@link dev.earshot.session.Sending},
 *       {@link dev.earshot.session.Replies}, {@link dev.earshot.session.Traffic}, {@link
 *       dev.earshot.session.UdpCommands} and {@link dev.earshot.session.TftpTransfers}. {@link
 *       dev.earshot.session.Sessions} has all open sessions.
 *   <li>{@link dev.earshot.session.EventPipeline} passes the events of an endpoint on; its page shows the order.
 *   <li>{@link dev.earshot.session.Lens} has the encodings and the framing by which messages are read; the package
 *       {@code view} shows them. {@link dev.earshot.session.LogFraming} splits the log again, and {@link
 *       dev.earshot.session.UserFramings} has the framings that are known by names.
 *   <li>{@link dev.earshot.session.CaptureStore} is the folder of captures, each a {@link
 *       dev.earshot.session.CaptureSet} of files. {@link dev.earshot.session.LogNotes} has the notes of people on
 *       rows, {@link dev.earshot.session.LogExports} saves rows, and {@link dev.earshot.session.LogFile} has them
 *       written to a file as they come.
 *   <li>{@link dev.earshot.session.KnownNotes} lists all kinds of notes, whose words are under {@code row.note.} and
 *       the id of the kind.
 * </ul>
 *
 * <p>The threads: commands return at once and are carried out one after the other on the thread {@code open}. An
 * attempt to open that is given up is closed on a thread {@code give up}. Splitting the log again has the thread
 * {@code reframe}; each export, dry run of rules and download has a thread of its own, {@code export}, {@code try} and
 * {@code tftp}. {@code replies} saves what is answered, and {@code close} closes a session. All getters may be called
 * on any thread and return snapshots or live figures, but for {@link dev.earshot.session.Traffic}, which is confined
 * to one thread.
 *
 * <p>Peers of a download have the transport TFTP, which the capture keeps, so that their packets are shown in words
 * even when an old capture is opened.
 */
package dev.earshot.session;
