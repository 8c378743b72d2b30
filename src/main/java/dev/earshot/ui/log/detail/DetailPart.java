package dev.earshot.ui.log.detail;

/**
 * A form of the message that the detail pane shows beside the hex dump. Where there is room, the text is shown beside
 * the others too.
 */
public enum DetailPart {
    TEXT,
    FIELDS,
    WIRESHARK
}
