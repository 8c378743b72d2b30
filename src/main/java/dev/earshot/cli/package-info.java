/**
 * The terminal form, without a window: {@code listen}, {@code connect}, {@code udp}, {@code relay}, {@code show},
 * {@code tftp get}.
 *
 * <p>May import {@code session} and below; never Swing, never a socket. Standard output belongs to this package alone.
 *
 * <p><b>The way of a row.</b> The endpoint's threads put an event into the journal and raise a
 * {@link dev.earshot.cli.WakeSignal}; however often that happens, the main thread wakes once, and
 * {@link dev.earshot.cli.RowPrinter} reads the new rows in order, turns each into a line with {@link dev.earshot.cli.RowLines}
 * and flushes when it has caught up. There is no queue between the two: the journal is it. A reader of the pipe that is
 * slow holds up neither reception nor a client.
 *
 * <p><b>Threads.</b> {@code main} runs the command and is the only one that prints rows. {@code type} reads standard
 * input and sends ({@link dev.earshot.cli.InputSender}), to whom {@link dev.earshot.cli.SendTargets} says. {@code end} is the shutdown hook: it asks {@code main} to finish and
 * takes its exit code ({@link dev.earshot.cli.ShutdownSignal}), so that a signal ends a run as if it had ended by itself.
 *
 * <p><b>Words.</b> What only the terminal says is English and stands here, because scripts read it; a
 * {@link dev.earshot.codec.Problem} speaks through {@link dev.earshot.session.Words} in English.
 *
 * <p><b>Exit codes</b>: 0 fine, 1 failed, 2 wrong use.
 */
package dev.earshot.cli;
