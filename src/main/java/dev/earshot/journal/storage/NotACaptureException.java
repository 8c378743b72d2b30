package dev.earshot.journal.storage;

import java.io.IOException;

/** Thrown when a file is not a capture that can be read. */
public final class NotACaptureException extends IOException {}
