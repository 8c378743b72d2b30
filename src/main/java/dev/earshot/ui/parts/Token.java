package dev.earshot.ui.parts;

import java.awt.Color;
import javax.swing.UIManager;

/** A colour named by its use. It is read while painting, so that a change of the theme needs no listeners. */
public enum Token {
    WINDOW("window"),
    TABLE("table"),
    LINE("line"),
    CONTROL("control"),
    TEXT("text"),
    MUTED("muted"),
    RECEIVED("received"),
    SENT("sent"),
    OK("ok"),
    WARN("warn"),
    WARN_ROW("warnRow"),
    ERROR("error"),
    ERROR_ROW("errorRow"),
    ICON("icon"),
    TAG("tag"),
    NOTE("note"),
    HIT("hit"),
    SELECTION("selection"),
    SELECTION_INACTIVE("selectionInactive"),
    DISABLED("disabled");

    private final String key;

    Token(String name) {
        key = "Earshot." + name;
    }

    public Color color() {
        Color color = UIManager.getColor(key);
        return color != null ? color : Color.GRAY;
    }
}
