package dev.earshot.ui.plot;

import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.CommandTable;
import dev.earshot.ui.parts.Keys;
import java.awt.event.KeyEvent;
import java.util.function.Consumer;

/** Declares the commands of the plot with their keys. */
public final class PlotShortcuts {

    /** Opens the window. */
    public static final Command<PlotWindows> OPEN =
            Command.of("ui.menu.plot", PlotWindows::openPlot, Keys.plain(KeyEvent.VK_F9));

    /** Opens the window at the timeline. */
    public static final Command<PlotWindows> TIMELINE =
            Command.of("ui.menu.timeline", PlotWindows::openTimeline, Keys.shift(KeyEvent.VK_F9));

    /** The commands whose keys work in the whole window. */
    public static final CommandTable<PlotWindows> IN_WINDOW = CommandTable.of("ui.keys.window", OPEN, TIMELINE);

    /** The commands whose keys work while the plot has the keyboard. */
    public static final CommandTable<PlotCanvas> IN_PLOT =
            table(PlotCanvas::step, PlotCanvas::showWhole, canvas -> canvas.follow(true));

    /**
     * The commands whose keys work while the timeline has the keyboard. The sheet of keys lists them with those of the
     * plot.
     */
    static final CommandTable<TimelineCanvas> IN_TIMELINE =
            table(TimelineCanvas::step, TimelineCanvas::showWhole, canvas -> canvas.follow(true));

    /** The commands whose keys work while the list of series has the keyboard. */
    public static final CommandTable<SeriesPane> IN_SERIES = CommandTable.of(
            "ui.keys.plot.series",
            Command.of("ui.plot.edit", SeriesPane::edit, Keys.plain(KeyEvent.VK_ENTER)),
            Command.of("ui.plot.remove", SeriesPane::remove, Keys.plain(KeyEvent.VK_DELETE)));

    private PlotShortcuts() {}

    /** Zooms or moves by some steps. */
    private interface Step<T> {
        void by(T canvas, int zoom, int pan);
    }

    private static <T> CommandTable<T> table(Step<T> step, Consumer<T> whole, Consumer<T> follow) {
        return CommandTable.of(
                "ui.keys.plot",
                Command.of(
                        "ui.plot.zoom.in",
                        canvas -> step.by(canvas, 1, 0),
                        Keys.plain(KeyEvent.VK_UP),
                        Keys.plain(KeyEvent.VK_PLUS)),
                Command.of(
                        "ui.plot.zoom.out",
                        canvas -> step.by(canvas, -1, 0),
                        Keys.plain(KeyEvent.VK_DOWN),
                        Keys.plain(KeyEvent.VK_MINUS)),
                Command.of("ui.plot.earlier", canvas -> step.by(canvas, 0, -1), Keys.plain(KeyEvent.VK_LEFT)),
                Command.of("ui.plot.later", canvas -> step.by(canvas, 0, 1), Keys.plain(KeyEvent.VK_RIGHT)),
                Command.of("ui.plot.whole", whole, Keys.plain(KeyEvent.VK_HOME)),
                Command.of("ui.plot.follow", follow, Keys.plain(KeyEvent.VK_END)));
    }
}
