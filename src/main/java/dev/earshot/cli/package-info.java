/**
 * Runs the program in a terminal, without a window, with the commands {@code listen}, {@code connect}, {@code udp},
 * {@code relay}, {@code replay}, {@code show}, {@code framings}, {@code fields} and {@code tftp get}. {@link
 * dev.earshot.cli.Terminal} is its entry; each command is a class in the list of {@link
 * dev.earshot.cli.Commands}.
 *
 * <p>May import {@code session} and below; never Swing, never a socket. Standard output belongs to this package alone.
 *
 * <p><b>From event to line.</b> The threads of the endpoint put an event into the journal and raise a {@link
 * dev.earshot.cli.WakeSignal}. The main thread wakes once however often that happens; {@link
 * dev.earshot.cli.RowPrinter} reads the new rows in order, turns each into a line with {@link
 * dev.earshot.cli.RowLines} and flushes when it has caught up. There is no queue between the two, because the journal
 * is one. A slow reader of the pipe delays neither reception nor a client.
 *
 * <p><b>Threads.</b> {@code main} runs the command and prints the rows; only {@code tftp get --packets} prints its
 * packets on the thread {@code tftp} that transfers them. {@code type} reads standard input and sends its lines
 * ({@link dev.earshot.cli.InputSender}) to the receivers that {@link dev.earshot.cli.SendTargets} finds. {@code
 * replay} sends a kept conversation ({@link dev.earshot.cli.ReplayRun}). {@code end} is the shutdown hook: it asks
 * {@code main} to finish and returns its exit code ({@link dev.earshot.cli.ShutdownSignal}), so that a run ends
 * normally on a signal.
 *
 * <p><b>Words.</b> Texts that only the terminal prints are English, because scripts read them. They stand in this
 * package, but for the first line, which is the kind's ({@link
 * dev.earshot.session.settings.EndpointKind#announcement}), and the help on an option of all TCP endpoints, which is
 * the option's ({@link dev.earshot.cli.TcpOptionArguments}). A {@link dev.earshot.codec.Problem} speaks through {@link
 * dev.earshot.session.words.Words} in English.
 *
 * <p><b>Exit codes</b>: 0 fine, 1 failed, 2 wrong use.
 */
package dev.earshot.cli;
