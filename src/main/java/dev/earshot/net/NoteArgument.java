package dev.earshot.net;

/** The type of an argument of a note, which decides how it is shown and checked. */
public enum NoteArgument {
    /** A whole number of things. */
    COUNT,
    /** A number of bytes, shown in a unit that fits. */
    SIZE,
    /** A duration in milliseconds. */
    MILLIS,
    /** A duration in whole seconds. */
    SECONDS,
    /** A point in time, in milliseconds since 1970-01-01 UTC. */
    TIME,
    /** A network address, mostly with a port. */
    ADDRESS,
    /** A name, a path or the system's own words. */
    TEXT,
    /** A problem, as {@link dev.earshot.codec.Problem#toLine} writes it. */
    PROBLEM;

    /** The form of a number: it always fits into a {@code long}. */
    private static final String NUMBER = "-?[0-9]{1,18}";

    /** Returns whether the text is such an argument; that of a changed or foreign capture may not be. */
    public boolean accepts(String text) {
        return switch (this) {
            case COUNT, SIZE, MILLIS, SECONDS, TIME -> text.matches(NUMBER);
            case PROBLEM -> text.startsWith("problem.");
            case ADDRESS, TEXT -> true;
        };
    }
}
