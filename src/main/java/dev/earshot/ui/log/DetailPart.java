package dev.earshot.ui.log;

/** What the detail pane shows beside the hex dump. Where there is room, the text is shown beside the others too. */
enum DetailPart {
    TEXT,
    FIELDS,
    WIRESHARK
}
