package dev.earshot.ui.log.detail;

import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.CommandTable;
import dev.earshot.ui.parts.Keys;
import java.awt.event.KeyEvent;

/** Declares the commands for the fields of a message with their keys. */
public final class FieldShortcuts {
    static final Command<FieldTable> COPY = Command.<FieldTable>of(
                    "ui.field.copy", FieldTable::copyValue, Keys.menu(KeyEvent.VK_C))
            .when(FieldTable::hasSelection);
    static final Command<FieldTable> COPY_ALL = Command.<FieldTable>of(
                    "ui.field.copy.all", FieldTable::copyWithName, Keys.shiftMenu(KeyEvent.VK_C))
            .when(FieldTable::hasSelection);
    static final Command<FieldTable> PLOT =
            Command.<FieldTable>of("ui.field.plot", FieldTable::plot).when(FieldTable::canPlot);
    static final Command<FieldTable> OPEN =
            Command.of("ui.field.open", FieldTable::open, Keys.plain(KeyEvent.VK_RIGHT));
    static final Command<FieldTable> CLOSE =
            Command.of("ui.field.close", FieldTable::close, Keys.plain(KeyEvent.VK_LEFT));
    static final Command<FieldTable> OPEN_ALL = Command.of("ui.field.open.all", table -> table.openAll(true));
    static final Command<FieldTable> CLOSE_ALL = Command.of("ui.field.close.all", table -> table.openAll(false));

    static final Command<DetailMarks> DESCRIBE = Command.<DetailMarks>of(
                    "ui.field.describe", DetailMarks::describeBytes, Keys.menu(KeyEvent.VK_B))
            .when(DetailMarks::hasBytes);
    static final Command<DetailMarks> DESCRIBE_TEXT = Command.<DetailMarks>of(
                    "ui.field.describe.text", DetailMarks::describeText, Keys.menu(KeyEvent.VK_B))
            .when(DetailMarks::hasBytes);
    static final Command<DetailMarks> COPY_DUMP = Command.of("ui.field.copy.dump", DetailMarks::copyDump);
    static final Command<DetailMarks> COPY_TEXT = Command.of("ui.field.copy.text", DetailMarks::copyText);

    /** The commands whose keys work while the hex dump of a message has the keyboard. */
    public static final CommandTable<DetailMarks> IN_DUMP = CommandTable.of("ui.keys.detail", DESCRIBE);

    /** The commands whose keys work while the text of a message has the keyboard. */
    public static final CommandTable<DetailMarks> IN_TEXT = CommandTable.of("ui.keys.detail.text", DESCRIBE_TEXT);

    /** The commands whose keys work while the fields of a message have the keyboard. */
    public static final CommandTable<FieldTable> IN_FIELDS =
            CommandTable.of("ui.keys.fields", COPY, COPY_ALL, OPEN, CLOSE);

    private FieldShortcuts() {}
}
