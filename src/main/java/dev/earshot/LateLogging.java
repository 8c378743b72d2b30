package dev.earshot;

import dev.earshot.net.Background;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.helpers.SubstituteLogger;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Delays the start of Logback until something is logged, and for a window until it is painted, because loading Logback
 * takes as long as a tenth of the start. Entries made earlier are kept, and written with their own time when Logback
 * has started. Any thread.
 */
public final class LateLogging implements SLF4JServiceProvider, ILoggerFactory {
    private static volatile boolean waiting;
    private static volatile LateLogging used; // null: nobody has asked SLF4J for a logger

    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();
    private final Map<String, SubstituteLogger> earlyLoggers = new HashMap<>(); // guarded by this
    private final Queue<SubstituteLoggingEvent> kept = new KeptEvents();
    private final Object starting = new Object();
    private LogbackBackEnd backEnd; // guarded by this; null: not started

    /** Called by SLF4J, which finds this class by its name, and makes one when somebody first asks for a logger. */
    public LateLogging() {}

    /**
     * Makes SLF4J use this class, which starts Logback with the first entry. To be called before the first logger is
     * made.
     */
    static void install() {
        System.setProperty(LoggerFactory.PROVIDER_PROPERTY_KEY, LateLogging.class.getName());
        System.setProperty("slf4j.internal.verbosity", "ERROR"); // else SLF4J tells the terminal what it does
    }

    /** Lets everything but errors wait for {@link #startNow} or the end of the program. */
    static void waitUntilStarted() {
        waiting = true;
        Background.runAtExit("diagnostics", LateLogging::finish);
    }

    /** Starts Logback if it has not started, and writes what was kept. Blocks for a tenth of a second. */
    static void startNow() {
        ((LateLogging) LoggerFactory.getILoggerFactory()).start();
    }

    private void start() {
        waiting = false;
        synchronized (starting) {
            if (!isStarted()) {
                useFromNowOn(new LogbackBackEnd());
            }
            writeKept();
        }
    }

    /** Writes what was kept, if there is anything. */
    private static void finish() {
        LateLogging logging = used;
        if (logging != null && !logging.kept.isEmpty()) {
            logging.start();
        }
    }

    private synchronized boolean isStarted() {
        return backEnd != null;
    }

    private synchronized void useFromNowOn(LogbackBackEnd started) {
        backEnd = started;
        for (SubstituteLogger early : earlyLoggers.values()) {
            early.setDelegate(started.loggers().getLogger(early.getName()));
        }
    }

    private synchronized void writeKept() {
        for (SubstituteLoggingEvent event = kept.poll(); event != null; event = kept.poll()) {
            backEnd.write(event);
        }
    }

    @Override
    public synchronized Logger getLogger(String name) {
        if (backEnd != null) {
            return backEnd.loggers().getLogger(name);
        }
        SubstituteLogger early = earlyLoggers.get(name);
        if (early == null) {
            early = new SubstituteLogger(name, kept, false);
            earlyLoggers.put(name, early);
        }
        return early;
    }

    @Override
    public void initialize() {
        used = this;
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return this;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    /** Keeps the events that {@link Diagnostics} will write, and starts Logback for those that need not wait. */
    private final class KeptEvents extends ConcurrentLinkedQueue<SubstituteLoggingEvent> {
        private static final long serialVersionUID = 1;

        @Override
        public boolean add(SubstituteLoggingEvent event) {
            if (event.getLevel().toInt() < Level.INFO.toInt()) {
                return false;
            }
            super.add(event);
            if (!waiting || event.getLevel() == Level.ERROR) {
                start();
            }
            return true;
        }
    }
}
