package dev.earshot.cli;

import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import dev.earshot.journal.search.SearchTerm;
import dev.earshot.session.Lens;
import dev.earshot.session.view.DecodedRow;
import java.util.Optional;
import java.util.function.Predicate;

/** Says which rows have what the option {@code --filter} asks for. Confined to one thread. */
final class RowFilter implements Predicate<Row> {
    private final SearchTerm term;
    private final Lens lens;
    private boolean anyMessage;
    private boolean anyFields; // whether a message had the fields of a condition

    /** @param term null for all rows */
    RowFilter(SearchTerm term, Lens lens) {
        this.term = term;
        this.lens = lens;
    }

    @Override
    public boolean test(Row row) {
        if (term == null) {
            return true;
        } else if (row.kind() == Row.Kind.EVENT) {
            return false;
        }
        DecodedRow message = new DecodedRow(row, lens);
        boolean passes = message.passes(term);
        anyMessage = true;
        anyFields =
                anyFields || passes || term instanceof SearchTerm.Condition condition && message.hasFieldsOf(condition);
        return passes;
    }

    /** Returns what is odd about the filter, now that all rows were tested: none of them had its fields. */
    Optional<String> oddity() {
        return term instanceof SearchTerm.Condition && anyMessage && !anyFields
                ? Optional.of("No message has the fields of the filter '" + VisibleText.brief(term.typed()) + "'.")
                : Optional.empty();
    }
}
