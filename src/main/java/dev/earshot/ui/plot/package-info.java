/**
 * Shows numbers of messages as lines over time, and who was connected when. {@link dev.earshot.ui.plot.PlotWindow} is
 * the window of one session. The numbers come from {@link dev.earshot.session.analysis}.
 *
 * <p><b>Plot.</b> {@code PlotModel} has the series of a session, {@code TimeWindow} the span of time in view. From
 * both, {@code PicturePreparation} makes a {@code PlotPicture} on the thread {@code plot picture}: all lines, axes and
 * labels as coordinates, of no more than four points for each column of pixels. {@code PicturePainter} draws it on a
 * {@code Surface}, which is the screen, an image or an SVG file, so that all three are the same.
 *
 * <p><b>Timeline.</b> {@code TimelineCanvas} draws the lanes in view of {@link
 * dev.earshot.session.analysis.ClientTimeline}.
 *
 * <p><b>No chart library.</b> XChart 4.0.3 was measured: eight series of 2,000 points at 1,000 x 500 pixels take it
 * 285 ms and 270 MB of garbage for each picture, on any thread, where the polylines of Java 2D take 0.8 ms. It also
 * writes SVG only with two further libraries, labels no time below a millisecond, and draws texts as shapes, which do
 * not look like the rest of the window.
 *
 * <p><b>Threads.</b> The EDT only paints, and looks for the point at the pointer. Ten times a second at most it asks
 * whether there are new points, and only while the window is seen; the readers of the rows rest while it is not. Files
 * are written on the thread {@code export}.
 *
 * <p>May import {@code ui.parts}, {@code ui.plain}, {@code session} and the packages below.
 */
package dev.earshot.ui.plot;
