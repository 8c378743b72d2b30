package dev.earshot.net;

/** How much a note asks for attention. */
public enum NoteSeverity {
    /** Good to know. */
    INFO,
    /** Something is held up or left out and may recover by itself. */
    WARNING,
    /** Something failed or is lost. */
    ERROR
}
