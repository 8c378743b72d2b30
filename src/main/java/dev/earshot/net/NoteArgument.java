package dev.earshot.net;

/** What an argument of a note is, so that words and checks need not know the note itself. */
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
    /** What went wrong, as {@link dev.earshot.codec.Problem#line} writes it. */
    PROBLEM;

    /** More digits than any true figure has, and fewer than a {@code long} can hold. */
    private static final String NUMBER = "-?[0-9]{1,18}";

    /** Whether the text can be read as such an argument, which that of a changed or foreign capture may not be. */
    public boolean accepts(String text) {
        return switch (this) {
            case COUNT, SIZE, MILLIS, SECONDS, TIME -> text.matches(NUMBER);
            case PROBLEM -> text.startsWith("problem.");
            case ADDRESS, TEXT -> true;
        };
    }
}
