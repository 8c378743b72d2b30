package dev.earshot.ui.send;

import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.CommandTable;
import dev.earshot.ui.parts.Keys;
import java.awt.event.KeyEvent;
import java.util.stream.IntStream;

/** Declares the commands for sending and composing with their keys. */
public final class SendShortcuts {
    /** The number of quick sends that have a key. */
    private static final int QUICK_KEYS = 9;

    public static final Command<SendTools> QUICK = Command.<SendTools>of(
                    "ui.quick", SendTools::openQuick, Keys.menu(KeyEvent.VK_K))
            .withIcon("quick")
            .when(SendTools::isUsable);
    public static final Command<SendTools> HISTORY = Command.<SendTools>of(
                    "ui.history", SendTools::openHistory, Keys.menu(KeyEvent.VK_H))
            .withIcon("history")
            .when(SendTools::isUsable);
    public static final Command<SendTools> FILE = Command.<SendTools>of(
                    "ui.menu.file.send", SendTools::chooseFile, Keys.shiftMenu(KeyEvent.VK_F))
            .withIcon("file")
            .when(SendTools::isUsable);
    public static final Command<SendTools> EDIT_QUICK =
            Command.<SendTools>of("ui.menu.quick.edit", SendTools::editQuick).when(SendTools::isUsable);
    static final Command<SendTools> SEND_QUICK = Command.<SendTools>numbered(
                    "ui.keys.quick",
                    SendTools::sendQuick,
                    IntStream.range(0, QUICK_KEYS)
                            .mapToObj(number -> Keys.menu(KeyEvent.VK_1 + number))
                            .toList())
            .when(SendTools::isUsable);

    static final Command<SendTools> REPLAY_NEXT = Command.<SendTools>of(
                    "ui.keys.replay.next", SendTools::nextOfReplay, Keys.plain(KeyEvent.VK_F8))
            .when(SendTools::isUsable);

    /** The commands whose keys work in the whole window. */
    public static final CommandTable<SendTools> IN_WINDOW =
            CommandTable.of("ui.keys.window", QUICK, HISTORY, FILE, SEND_QUICK, REPLAY_NEXT);

    static final Command<SendCommands> SEND =
            Command.of("ui.keys.send", SendCommands::send, Keys.menu(KeyEvent.VK_ENTER));

    /** The commands whose keys work while a message is typed. */
    public static final CommandTable<SendCommands> IN_BOX = CommandTable.of(
            "ui.keys.box",
            SEND,
            Command.of("ui.keys.box.earlier", commands -> commands.editor().recall(-1), Keys.menu(KeyEvent.VK_UP)),
            Command.of("ui.keys.box.later", commands -> commands.editor().recall(1), Keys.menu(KeyEvent.VK_DOWN)));

    /** The commands on the text whose keys work while a message is typed. */
    public static final CommandTable<SendBox> EDITS = CommandTable.of(
            "ui.keys.box",
            Command.of("ui.keys.undo", SendBox::undo, Keys.menu(KeyEvent.VK_Z)),
            Command.of("ui.keys.redo", SendBox::redo, Keys.menu(KeyEvent.VK_Y)));

    private SendShortcuts() {}

    /** Returns the name of the key of a quick send, counted from 0; empty if it has none. */
    static String quickKey(int number) {
        return number < QUICK_KEYS ? Keys.name(SEND_QUICK.strokes().get(number)) : "";
    }
}
