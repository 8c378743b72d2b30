package dev.earshot.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The standard streams of the process and the charset of their text.
 *
 * @param in unbuffered; empty where the process was given none
 * @param out unbuffered
 * @param err for sentences; each is written at once
 * @param charset that of the console on a terminal, else UTF-8 in every locale
 */
record Stdio(InputStream in, OutputStream out, PrintStream err, Charset charset) {

    /** Returns the streams of this process. */
    static Stdio standard() {
        Charset charset = charsetOfConsole();
        FileOutputStream err = new FileOutputStream(FileDescriptor.err);
        return new Stdio(
                InheritedInput.open(),
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(err, true, charset),
                charset);
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
