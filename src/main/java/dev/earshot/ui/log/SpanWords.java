package dev.earshot.ui.log;

import dev.earshot.journal.TimeSpan;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.Clock;

/** Puts a span of time into words. */
final class SpanWords {
    private SpanWords() {}

    /** The beginning, as a person would type it; empty where there is none. */
    static String from(TimeSpan span) {
        return span == null || span.from() == Long.MIN_VALUE ? "" : Clock.dateAndTime(span.from());
    }

    /** The end, as a person would type it; empty where there is none. */
    static String until(TimeSpan span) {
        return span == null || span.until() == Long.MAX_VALUE ? "" : Clock.dateAndTime(span.until());
    }

    /** The beginning and the end in words. */
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
