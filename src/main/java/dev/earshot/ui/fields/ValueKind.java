package dev.earshot.ui.fields;

import dev.earshot.fields.edit.FieldProposals.Proposal;

/** A way to read the bytes of a field, which decides what else can be said about its value. */
enum ValueKind {
    /** A whole number: its values can have words, and its bits names. */
    WHOLE,
    /** Characters in an encoding. */
    TEXT,
    /** A point in time, in a time zone. */
    TIME,
    OTHER;

    static ValueKind of(Proposal proposal) {
        if (!proposal.checksum().isEmpty()) {
            return OTHER;
        }
        return switch (proposal.type()) {
            case "text", "cstring" -> TEXT;
            case "unix32", "unix64ms", "ntp64", "ymdhms", "bcdtime", "cp56" -> TIME;
            default -> proposal.type().matches("[ui][0-9]+") ? WHOLE : OTHER;
        };
    }
}
