package dev.earshot.ui.fields;

import dev.earshot.fields.edit.FieldProposals.Proposal;

/** The kind of a field's value, which decides what else the form asks: words and bits, an encoding or a time zone. */
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
