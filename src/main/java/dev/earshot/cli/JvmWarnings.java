package dev.earshot.cli;

import dev.earshot.net.Background;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.LoggerFactory;

/**
 * Moves the JVM's own warnings from standard output to standard error. One is that of a thread that the system refuses;
 * standard output carries rows only. Options of the JVM could do the same, but a jar cannot bring any.
 */
final class JvmWarnings {
    private static final String[] TO_STDERR = {"output=stderr", "what=all=warning"};
    private static final String[] NOT_TO_STDOUT = {"output=stdout", "what=all=off"};

    private JvmWarnings() {}

    /** Moves them soon, on a thread of its own: the first use of the management takes 0.2 s. */
    static void moveToStandardError() {
        Background.run("warnings", JvmWarnings::move);
    }

    static void move() {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
            String[] signature = {String[].class.getName()};
            server.invoke(commands, "vmLog", new Object[] {TO_STDERR}, signature);
            server.invoke(commands, "vmLog", new Object[] {NOT_TO_STDOUT}, signature);
        } catch (JMException | RuntimeException | LinkageError e) {
            // Not a HotSpot JVM, or one without the module for management: the warnings stay where they are.
            LoggerFactory.getLogger(JvmWarnings.class).info("the JVM's warnings stay on standard output", e);
        }
    }
}
