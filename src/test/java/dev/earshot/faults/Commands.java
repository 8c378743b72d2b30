package dev.earshot.faults;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Runs commands of the system that a test needs and may not find or not be allowed. */
final class Commands {
    private static final int SECONDS = 20;

    private Commands() {}

    /** Runs a command, whose output is of no interest; returns whether it was there and ended well. */
    static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }
}
