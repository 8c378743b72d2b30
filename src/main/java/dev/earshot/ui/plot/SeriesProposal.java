package dev.earshot.ui.plot;

import dev.earshot.session.settings.PlotSetup.SourceKind;
import java.util.List;

/**
 * The values with which the form for a new series begins.
 *
 * @param typed the expression or the field; may be empty
 * @param names of fields that can be chosen; may be empty
 */
record SeriesProposal(SourceKind kind, String typed, List<String> names) {
    static final SeriesProposal NONE = new SeriesProposal(SourceKind.EXPRESSION, "", List.of());

    /** Proposes the first of these fields; nothing without one. */
    static SeriesProposal of(List<String> names) {
        return names.isEmpty() ? NONE : new SeriesProposal(SourceKind.FIELD, names.get(0), names);
    }
}
