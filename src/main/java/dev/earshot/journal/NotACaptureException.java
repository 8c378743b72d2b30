package dev.earshot.journal;

import java.io.IOException;

/** Thrown when a file is not a capture that Earshot has written. */
public final class NotACaptureException extends IOException {}
