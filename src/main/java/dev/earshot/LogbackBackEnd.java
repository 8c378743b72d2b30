package dev.earshot;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LogbackServiceProvider;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import org.slf4j.ILoggerFactory;
import org.slf4j.event.SubstituteLoggingEvent;

/**
 * Logback, which starts when an object of this class is made. Nobody else names Logback's classes before, because the
 * Java virtual machine may load them with the class that names them. Any thread.
 */
final class LogbackBackEnd {
    private final LoggerContext context;

    LogbackBackEnd() {
        LogbackServiceProvider provider = new LogbackServiceProvider();
        provider.initialize();
        context = (LoggerContext) provider.getLoggerFactory();
    }

    ILoggerFactory loggers() {
        return context;
    }

    /** Writes an entry that was made earlier. Logback's own way would give it the time and the thread of now. */
    void write(SubstituteLoggingEvent early) {
        String name = early.getLogger().getName();
        LoggingEvent entry = new LoggingEvent();
        entry.setLoggerContext(context);
        entry.setLoggerName(name);
        entry.setLevel(Level.convertAnSLF4JLevel(early.getLevel()));
        entry.setMessage(early.getMessage());
        entry.setArgumentArray(early.getArgumentArray());
        entry.setTimeStamp(early.getTimeStamp());
        entry.setThreadName(early.getThreadName());
        if (early.getThrowable() != null) {
            entry.setThrowableProxy(new ThrowableProxy(early.getThrowable()));
        }
        context.getLogger(name).callAppenders(entry);
    }
}
