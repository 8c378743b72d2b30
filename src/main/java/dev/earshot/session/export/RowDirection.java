package dev.earshot.session.export;

import dev.earshot.journal.Row;

/** Names the kind of a row in forms that programs read. */
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
