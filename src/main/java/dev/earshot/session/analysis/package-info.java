/**
 * Reads numbers and activities out of the log, for plots and the timeline of clients.
 *
 * <p>A {@link dev.earshot.session.analysis.NumberSource} says which number of a message is wanted, and makes a {@link
 * dev.earshot.session.analysis.NumberReader} of it. A {@link dev.earshot.session.analysis.PlotSeries} reads it from
 * all messages of some clients into {@link dev.earshot.session.analysis.NumberPoints}, one for each line. {@link
 * dev.earshot.session.analysis.PointColumns} has what of them is seen in each column of pixels. {@link
 * dev.earshot.session.analysis.ClientTimeline} has a {@link dev.earshot.session.analysis.ClientLane} for each client.
 *
 * <p><b>Threads.</b> A {@link dev.earshot.session.analysis.RowFollower} has a thread of its own, {@code plot} or
 * {@code timeline}, which reads the history and then looks for new rows some times a second: so receiving does nothing
 * for it. It rests while nobody looks. The points and lanes have one writer, that thread, and any number of readers.
 *
 * <p><b>Millions of points.</b> Points are kept as they came, in blocks, with the extremes of every 64 and every 4,096
 * of them. A column of pixels takes the extremes of what lies in it whole, and looks at single points at its borders
 * only. Times need not rise: a message that ended by silence stands after later ones, and clocks are set back.
 *
 * <p>May import {@code session}, {@code session.view}, {@code fields} and the packages below; {@code session} itself
 * must not import this package.
 */
package dev.earshot.session.analysis;
