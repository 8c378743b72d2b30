package dev.earshot.ui.log;

import dev.earshot.session.view.RowFormat;
import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.CommandTable;
import dev.earshot.ui.parts.Keys;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.swing.KeyStroke;

/** Declares the commands of the log with their keys. */
public final class LogShortcuts {

    /** Carries out the commands whose keys work in the whole window. */
    public interface Target {
        void focusFilter();

        /** @param step 1 for the next hit, -1 for the one before */
        void find(int step);

        void openGoTo();

        void clear();

        /** Shows the rows again that were cleared. */
        void undoClear();

        void exportRows();

        void openLogFile();
    }

    public static final Command<Target> FOCUS_FILTER =
            Command.of("ui.menu.filter", Target::focusFilter, Keys.menu(KeyEvent.VK_F));
    public static final Command<Target> FIND_NEXT =
            Command.of("ui.menu.find.next", to -> to.find(1), Keys.plain(KeyEvent.VK_F3));
    public static final Command<Target> FIND_PREVIOUS =
            Command.of("ui.menu.find.previous", to -> to.find(-1), Keys.shift(KeyEvent.VK_F3));
    public static final Command<Target> GO_TO = Command.of("ui.menu.goto", Target::openGoTo, Keys.menu(KeyEvent.VK_G));
    public static final Command<Target> CLEAR = Command.<Target>of(
                    "ui.menu.clear", Target::clear, Keys.menu(KeyEvent.VK_L))
            .withIcon("clear");

    public static final Command<Target> UNDO_CLEAR =
            Command.of("ui.menu.clear.undo", Target::undoClear, Keys.shiftMenu(KeyEvent.VK_L));

    public static final Command<Target> EXPORT =
            Command.of("ui.menu.export", Target::exportRows, Keys.menu(KeyEvent.VK_E));

    public static final Command<Target> LOG_FILE = Command.of("ui.menu.log.file", Target::openLogFile);

    /** The commands whose keys work in the whole window. */
    public static final CommandTable<Target> IN_WINDOW =
            CommandTable.of("ui.keys.window", FOCUS_FILTER, FIND_NEXT, FIND_PREVIOUS, GO_TO, CLEAR, UNDO_CLEAR, EXPORT);

    private static final KeyStroke[] NO_KEYS = {};
    private static final Map<RowFormat, KeyStroke> COPY_KEYS = Map.of(
            RowFormat.TEXT, Keys.menu(KeyEvent.VK_C),
            RowFormat.HEX, Keys.shiftMenu(KeyEvent.VK_C));

    /** The commands that copy the selected rows, one for each format. */
    static final List<Command<LogArea>> COPY =
            Stream.of(RowFormat.values()).map(LogShortcuts::copy).toList();

    /** Opens the note on the selected row. */
    public static final Command<LogArea> NOTE =
            Command.of("ui.note.edit", log -> log.notes().edit(), Keys.plain(KeyEvent.VK_F4));

    /** Opens the list of all notes. */
    public static final Command<LogArea> NOTES =
            Command.of("ui.note.list", log -> log.notes().openList(), Keys.shift(KeyEvent.VK_F4));

    public static final Command<LogArea> NEXT_NOTE =
            Command.of("ui.note.next", log -> log.notes().go(1), Keys.plain(KeyEvent.VK_F7));
    public static final Command<LogArea> PREVIOUS_NOTE =
            Command.of("ui.note.previous", log -> log.notes().go(-1), Keys.shift(KeyEvent.VK_F7));

    /** The commands on notes, whose keys work in the whole window. */
    public static final CommandTable<LogArea> NOTES_IN_WINDOW =
            CommandTable.of("ui.keys.window", NOTE, NOTES, NEXT_NOTE, PREVIOUS_NOTE);

    /** The commands whose keys work while the log has the keyboard. */
    public static final CommandTable<LogArea> IN_LOG = new CommandTable<>("ui.keys.log", inLog());

    static final Command<LogKeys> NEWEST = Command.<LogKeys>of(
                    "ui.keys.log.newest", LogKeys::newest, Keys.plain(KeyEvent.VK_END))
            .withIcon("follow");

    /** The commands that move the selection of the log by keys. With Shift they also select the rows between. */
    public static final CommandTable<LogKeys> MOVES = CommandTable.of(
            "ui.keys.log",
            Command.of("ui.keys.log.oldest", LogKeys::oldest, Keys.plain(KeyEvent.VK_HOME)),
            NEWEST,
            move("ui.keys.log.up", KeyEvent.VK_UP, Keys::plain, Keys::shift, (keys, place) -> place - 1),
            move("ui.keys.log.down", KeyEvent.VK_DOWN, Keys::plain, Keys::shift, (keys, place) -> place + 1),
            move("ui.keys.log.page.up", KeyEvent.VK_PAGE_UP, Keys::plain, Keys::shift, LogKeys::pageBefore),
            move("ui.keys.log.page.down", KeyEvent.VK_PAGE_DOWN, Keys::plain, Keys::shift, LogKeys::pageAfter),
            move("ui.keys.log.first", KeyEvent.VK_HOME, Keys::menu, Keys::shiftMenu, (keys, place) -> keys.first()),
            move("ui.keys.log.last", KeyEvent.VK_END, Keys::menu, Keys::shiftMenu, (keys, place) -> keys.last()));

    /** The commands whose keys work while the filter is typed. */
    public static final CommandTable<FilterBar> IN_FILTER = CommandTable.of(
            "ui.keys.filter",
            Command.of("ui.menu.find.next", bar -> bar.find(1), Keys.plain(KeyEvent.VK_ENTER)),
            Command.of("ui.menu.find.previous", bar -> bar.find(-1), Keys.shift(KeyEvent.VK_ENTER)),
            Command.of("ui.keys.filter.escape", FilterBar::escape, Keys.plain(KeyEvent.VK_ESCAPE)));

    private LogShortcuts() {}

    /** Returns the key of the words for copying rows in a format. */
    public static String copyWords(RowFormat format) {
        return "ui.copy." + format.name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** Returns the key that copies rows in a format while the log has the focus; null for none. */
    public static KeyStroke copyKey(RowFormat format) {
        return copy(format).stroke();
    }

    private static Command<LogArea> copy(RowFormat format) {
        KeyStroke key = COPY_KEYS.get(format);
        return Command.<LogArea>of(
                        copyWords(format), log -> log.copy(format), key == null ? NO_KEYS : new KeyStroke[] {key})
                .when(LogArea::hasSelection);
    }

    private static List<Command<LogArea>> inLog() {
        List<Command<LogArea>> commands = new ArrayList<>(COPY);
        commands.removeIf(command -> command.strokes().isEmpty());
        commands.add(Command.of("ui.keys.log.detail", LogArea::openDetail, Keys.plain(KeyEvent.VK_ENTER)));
        commands.add(Command.of("ui.keys.log.all", LogArea::selectAll, Keys.menu(KeyEvent.VK_A)));
        commands.add(Command.of("ui.keys.log.escape", LogArea::escape, Keys.plain(KeyEvent.VK_ESCAPE)));
        return commands;
    }

    private interface Stroke {
        KeyStroke of(int key);
    }

    /** Makes a command whose first stroke moves the selection and whose second extends it. */
    private static Command<LogKeys> move(
            String words, int key, Stroke go, Stroke extend, BiFunction<LogKeys, Long, Long> way) {
        return Command.numbered(
                words,
                (keys, number) -> keys.go(place -> way.apply(keys, place), number == 1),
                List.of(go.of(key), extend.of(key)));
    }
}
