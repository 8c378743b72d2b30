package dev.earshot.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The standard streams, and the encoding of their text: the console's on a terminal, else UTF-8 whatever the locale.
 *
 * @param in bytes as they come, without a buffer
 * @param out bytes, without a buffer
 * @param err for sentences, each written at once
 */
record Stdio(InputStream in, OutputStream out, PrintStream err, Charset charset) {

    /** Those of this process. */
    static Stdio standard() {
        Charset charset = charsetOfConsole();
        FileOutputStream err = new FileOutputStream(FileDescriptor.err);
        return new Stdio(
                new FileInputStream(FileDescriptor.in),
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

    /** Says one sentence on standard error. */
    void say(String sentence) {
        err.println("earshot: " + sentence);
    }
}
