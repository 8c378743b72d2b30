package dev.earshot.net;

/** The severity of a note. */
public enum NoteSeverity {
    /** Nothing is wrong. */
    INFO,
    /** Something is delayed or left out and may recover by itself. */
    WARNING,
    /** Something failed or is lost. */
    ERROR
}
