package dev.earshot.cli;

import dev.earshot.net.Background;
import dev.earshot.session.Folders;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;

/**
 * The parts of its process that a command uses: the standard streams, the user's folders, and the signals that
 * end it.
 *
 * @param in unbuffered; empty where the process was given none
 * @param out unbuffered
 * @param err for sentences; each is written at once
 * @param charset of the streams' text: that of the console on a terminal, else UTF-8 in every locale
 */
record HostProcess(
        InputStream in, OutputStream out, PrintStream err, Charset charset, Folders folders, Signals signals) {

    /** Tells that the process is to end. */
    @FunctionalInterface
    interface Signals {
        /**
         * Runs a task when the process is to end, on another thread. The process ends after it, with the exit code that
         * it returns.
         */
        void onEnd(IntSupplier task);
    }

    /** Returns what this process was given. */
    static HostProcess standard() {
        Charset charset = charsetOfConsole();
        FileOutputStream err = new FileOutputStream(FileDescriptor.err);
        return new HostProcess(
                InheritedInput.open(),
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(err, true, charset),
                charset,
                new Folders(),
                HostProcess::onEndOfJvm);
    }

    private static void onEndOfJvm(IntSupplier task) {
        // Without halt() Java would return 143 or 130.
        Background.runAtExit("end", () -> Runtime.getRuntime().halt(task.getAsInt()));
    }

    private static Charset charsetOfConsole() {
        // From JDK 22 on there would be a console even where nothing is a terminal (java.io.Console, "jdk.console").
        System.setProperty("jdk.console", "java.base");
        Console console = System.console();
        return console == null ? StandardCharsets.UTF_8 : console.charset();
    }

    /** Prints a sentence on standard error. */
    void say(String sentence) {
        err.println("earshot: " + sentence);
    }
}
