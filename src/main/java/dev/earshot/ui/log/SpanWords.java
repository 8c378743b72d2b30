package dev.earshot.ui.log;

import dev.earshot.journal.search.TimeSpan;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.TimeFormat;

/** Describes the time span of the filter, and writes its ends as they are typed. */
final class SpanWords {
    private SpanWords() {}

    /** Returns the beginning in the form in which it is typed; empty if the span has none. */
    static String from(TimeSpan span) {
        return span == null || span.from() == Long.MIN_VALUE ? "" : TimeFormat.dateAndTime(span.from());
    }

    /** Returns the end in the form in which it is typed; empty if the span has none. */
    static String until(TimeSpan span) {
        return span == null || span.until() == Long.MAX_VALUE ? "" : TimeFormat.dateAndTime(span.until());
    }

    /** Describes a span by its beginning and its end. */
    static String of(TimeSpan span, Words words) {
        if (from(span).isEmpty()) {
            return words.of("ui.span.open.beginning", until(span));
        } else if (until(span).isEmpty()) {
            return words.of("ui.span.open.end", from(span));
        }
        String sameDay = from(span).substring(0, "2026-11-21 ".length());
        String end = until(span).startsWith(sameDay) ? until(span).substring(sameDay.length()) : until(span);
        return words.of("ui.span.both", from(span), end);
    }
}
