package dev.earshot.journal.storage;

import java.io.IOException;

/** Thrown when a file is not a capture that Earshot has written. */
public final class NotACaptureException extends IOException {}
