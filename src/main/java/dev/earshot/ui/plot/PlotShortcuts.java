package dev.earshot.ui.plot;

import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.CommandTable;
import dev.earshot.ui.parts.Keys;
import java.awt.event.KeyEvent;

/** Declares the commands of the plot with their keys. */
public final class PlotShortcuts {

    /** Opens the window. */
    public static final Command<PlotWindows> OPEN =
            Command.of("ui.menu.plot", PlotWindows::openPlot, Keys.plain(KeyEvent.VK_F9));

    /** Hold in the whole window. */
    public static final CommandTable<PlotWindows> IN_WINDOW = CommandTable.of("ui.keys.window", OPEN);

    /** Hold while the plot has the keyboard. */
    public static final CommandTable<PlotCanvas> IN_PLOT = CommandTable.of(
            "ui.keys.plot",
            Command.of(
                    "ui.plot.zoom.in",
                    canvas -> canvas.step(1, 0),
                    Keys.plain(KeyEvent.VK_UP),
                    Keys.plain(KeyEvent.VK_PLUS)),
            Command.of(
                    "ui.plot.zoom.out",
                    canvas -> canvas.step(-1, 0),
                    Keys.plain(KeyEvent.VK_DOWN),
                    Keys.plain(KeyEvent.VK_MINUS)),
            Command.of("ui.plot.earlier", canvas -> canvas.step(0, -1), Keys.plain(KeyEvent.VK_LEFT)),
            Command.of("ui.plot.later", canvas -> canvas.step(0, 1), Keys.plain(KeyEvent.VK_RIGHT)),
            Command.of("ui.plot.whole", PlotCanvas::showWhole, Keys.plain(KeyEvent.VK_HOME)),
            Command.of("ui.plot.follow", canvas -> canvas.follow(true), Keys.plain(KeyEvent.VK_END)));

    /** Hold while the list of series has the keyboard. */
    public static final CommandTable<SeriesPane> IN_SERIES = CommandTable.of(
            "ui.keys.plot.series",
            Command.of("ui.plot.edit", SeriesPane::edit, Keys.plain(KeyEvent.VK_ENTER)),
            Command.of("ui.plot.remove", SeriesPane::remove, Keys.plain(KeyEvent.VK_DELETE)));

    private PlotShortcuts() {}
}
