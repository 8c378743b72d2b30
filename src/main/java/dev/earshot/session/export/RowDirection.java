package dev.earshot.session.export;

import dev.earshot.journal.Row;

/** Names what a row is in exports for programs: received, sent or event. */
final class RowDirection {
    private RowDirection() {}

    static String of(Row row) {
        return switch (row.kind()) {
            case RECEIVED -> "received";
            case SENT -> "sent";
            case EVENT -> "event";
        };
    }
}
