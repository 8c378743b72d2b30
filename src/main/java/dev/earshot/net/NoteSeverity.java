package dev.earshot.net;

/** The attention that a note in the log needs; decides its icon and colour. */
public enum NoteSeverity {
    /** Nothing is wrong. */
    INFO,
    /** Something is delayed or left out and may recover by itself. */
    WARNING,
    /** Something failed or is lost. */
    ERROR
}
