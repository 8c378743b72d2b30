package dev.earshot.ui.parts;

import java.awt.event.KeyEvent;

/** Declares the commands of edited lists with their keys. */
public final class ListShortcuts {
    static final Command<ListEditor<?, ?>> REMOVE = Command.<ListEditor<?, ?>>of(
                    "ui.list.remove", ListEditor::remove, Keys.plain(KeyEvent.VK_DELETE))
            .when(ListEditor::hasSelection);
    static final Command<ListEditor<?, ?>> DUPLICATE = Command.<ListEditor<?, ?>>of(
                    "ui.list.duplicate", ListEditor::duplicate, Keys.menu(KeyEvent.VK_D))
            .when(ListEditor::hasSelection);
    static final Command<ListEditor<?, ?>> UP = Command.<ListEditor<?, ?>>of(
                    "ui.list.up", list -> list.move(-1), Keys.menu(KeyEvent.VK_UP))
            .withIcon("out")
            .when(list -> list.canMove(-1));
    static final Command<ListEditor<?, ?>> DOWN = Command.<ListEditor<?, ?>>of(
                    "ui.list.down", list -> list.move(1), Keys.menu(KeyEvent.VK_DOWN))
            .withIcon("in")
            .when(list -> list.canMove(1));

    /** The commands whose keys work while the table of a list has the keyboard. */
    public static final CommandTable<ListEditor<?, ?>> IN_LIST = CommandTable.of(
            "ui.keys.list",
            Command.of("ui.list.add", ListEditor::add, Keys.plain(KeyEvent.VK_INSERT)),
            REMOVE,
            DUPLICATE,
            UP,
            DOWN,
            Command.of("ui.list.undo", ListEditor::undo, Keys.menu(KeyEvent.VK_Z)));

    private ListShortcuts() {}
}
