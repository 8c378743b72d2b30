package dev.earshot.journal;

import java.io.IOException;

/** The file is not a capture that Earshot has written. */
public final class NotACaptureException extends IOException {}
