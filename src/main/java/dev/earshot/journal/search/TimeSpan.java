package dev.earshot.journal.search;

/**
 * The time span of a filter: a row belongs to it if it ended in that time. So its rows stand together in the log; a row
 * that only silence ended may show a time up to that silence earlier. If the computer's clock was set back, a time
 * stands twice in the log, and the span begins or ends at one of the two.
 *
 * @param from its first nanosecond since 1970-01-01 UTC, or {@link Long#MIN_VALUE}
 * @param until the first nanosecond after it, or {@link Long#MAX_VALUE}
 */
public record TimeSpan(long from, long until) {}
