package dev.earshot.ui.fields;

import dev.earshot.codec.VisibleText;
import dev.earshot.fields.edit.FieldProposals;
import dev.earshot.fields.edit.FieldProposals.Proposal;
import dev.earshot.session.words.Words;

/** Describes types of fields in words. */
record TypeWords(Words words) {
    private static final int MOST_VALUE = 40;

    /** Names a type, {@code u16: whole number from 0}. */
    String type(String type) {
        String kind = type.matches("u[0-9]+")
                ? "unsigned"
                : type.matches("i[0-9]+") ? "signed" : type.matches("f[0-9]+") ? "float" : type;
        return words.of("ui.fields.type." + kind, type);
    }

    /** Names a byte order. */
    String order(String order) {
        return words.of("ui.fields.order." + order);
    }

    /** Describes a way to read some bytes, with the value that it gives. */
    String proposal(Proposal proposal) {
        String value = VisibleText.of(proposal.value());
        String brief = value.length() > MOST_VALUE ? value.substring(0, MOST_VALUE) + "..." : value;
        if (!proposal.checksum().isEmpty()) {
            return words.of("ui.fields.proposal.checksum", proposal.checksum(), over(proposal));
        }
        boolean ordered = FieldProposals.hasOrder(proposal.type());
        return ordered
                ? words.of("ui.fields.proposal.ordered", type(proposal.type()), order(proposal.order()), brief)
                : words.of("ui.fields.proposal", type(proposal.type()), brief);
    }

    private static String over(Proposal proposal) {
        String from = proposal.field().get("over").replace("..", "");
        return from.isEmpty() ? "0" : from;
    }
}
