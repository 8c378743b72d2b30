package dev.earshot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A program that runs, seen from outside. */
interface ProgramRun {
    /** Returns what the program reads from its standard input. */
    OutputStream input();

    /** Returns what the program prints. */
    InputStream output();

    /** Returns what the program prints on standard error. */
    InputStream errors();

    boolean isAlive();

    /** Waits for the end of the program for some seconds. Returns its exit code; null if it is still running. */
    Integer exitCode(int seconds) throws InterruptedException;

    /** Sends a signal as {@code kill} does. */
    void signal(String name) throws IOException, InterruptedException;

    long pid();

    /** Ends the program, whatever it is doing. */
    void kill();
}
