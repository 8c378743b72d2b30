package dev.earshot.bench;

import dev.earshot.codec.framing.Framing;
import dev.earshot.net.HalfClose;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.net.udp.MulticastOptions;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Folders;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TcpServerConfig;
import dev.earshot.session.settings.UdpConfig;
import dev.earshot.ui.MainWindow;
import dev.earshot.ui.parts.Theme;
import java.awt.EventQueue;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JScrollBar;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;
import org.slf4j.LoggerFactory;

/** Earshot's own window as a receiver, in a process that knows its session and so need not ask the EDT for figures. */
final class WatchedWindow {
    /** Far more than the window takes to take rows over: what has not come then will not come. */
    private static final int QUIET_MILLIS = 300;

    /** What the system has dropped is asked for twice a second. */
    private static final int QUIET_FOR_DROPS_MILLIS = 1_500;

    /** A person needs at least so long from the opening of the window to the first client's first byte. */
    private static final int IDLE_MILLIS = 3000;

    /**
     * From here on, the scroll bar no longer counts every pixel of the log: nothing may tell when its last row is
     * shown.
     */
    private static final long MOST_ROWS = 10_000_000;

    private final Session session;
    private final Progress journaled;
    private final Clicks clicks = new Clicks();
    private MainWindow window;
    private long before;
    private volatile long shownRows; // written on the EDT only, as shownAt
    private volatile long shownAt;

    private WatchedWindow() throws Exception {
        new Thread(() -> LoggerFactory.getILoggerFactory(), "diagnostics").start();
        Folders folders = new Folders();
        Settings settings = new Settings(folders.config().resolve("settings.properties"));
        session = Session.begin(new CaptureStore(folders.state().resolve("sessions")), Framing.LINES);
        Theme.install(settings);
        EventQueue.invokeAndWait(() -> show(settings));
        journaled = new Progress(session.log()::rowCount);
    }

    public static void main(String[] args) throws Exception {
        WatchedWindow window = new WatchedWindow();
        window.listen(args.length > 0 && args[0].equals("udp"));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            window.obey(line.split(" "));
        }
        System.exit(0);
    }

    private void show(Settings settings) {
        window = EarshotWindow.show(session, settings);
        JTable log = (JTable) EarshotWindow.find(window, "messageLog");
        // The table is a window of the log; the scroll bar stands for all of it.
        JScrollBar bar = (JScrollBar) EarshotWindow.find(window, "logScrollBar");
        bar.getModel().addChangeListener(e -> {
            long rows = bar.getMaximum() / log.getRowHeight();
            if (rows != shownRows) {
                shownAt = System.nanoTime();
                shownRows = rows;
            }
        });
    }

    private void listen(boolean udp) throws Exception {
        Thread.sleep(IDLE_MILLIS);
        ListenAddress address = ListenAddress.parse("127.0.0.1", "0");
        session.open(
                udp
                        ? new UdpConfig(address, false, MulticastOptions.STANDARD, Optional.empty())
                        : new TcpServerConfig(address, HalfClose.AUTOMATIC));
        await(() -> session.status().state() == Status.State.OPEN);
        System.out.println("port " + session.status().address().replaceFirst(".*:", ""));
    }

    private void obey(String[] words) throws Exception {
        switch (words[0]) {
            case "begin" -> begin(Integer.parseInt(words[1]));
            case "end" -> end(Long.parseLong(words[1]));
            case "answer" -> answer();
            case "count" -> count();
            case "heap" -> System.out.println("heap " + heap());
            case "peak" -> System.out.println("peak " + peak());
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private void begin(int clients) throws Exception {
        await(() -> session.clients().presentCount() == clients);
        before = journaled.value();
        clicks.begin();
        System.out.println("begun");
    }

    private void end(long rows) throws Exception {
        long at = journaled.reached(before + rows);
        await(() -> System.nanoTime() - Math.max(at, shownAt) > QUIET_MILLIS * 1_000_000L);
        if (shownRows != session.log().rowCount() && session.log().rowCount() < MOST_ROWS) {
            throw new IllegalStateException(
                    "the table has " + shownRows + " rows of " + session.log().rowCount());
        }
        System.out.println("taken " + at);
        System.out.println("shown " + (shownRows == session.log().rowCount() ? shownAt : Receiver.UNKNOWN));
        System.out.println("edt " + clicks.end(Math.max(at, shownAt)).words());
    }

    /** How many messages the log has, and how many datagrams the system has dropped, once it is quiet. */
    private void count() throws Exception {
        long[] rows = {-1};
        while (rows[0] != session.log().rowCount()) {
            rows[0] = session.log().rowCount();
            Thread.sleep(QUIET_FOR_DROPS_MILLIS);
        }
        if (shownRows != session.log().rowCount()) {
            throw new IllegalStateException(
                    "the table has " + shownRows + " rows of " + session.log().rowCount());
        }
        EventQueue.invokeAndWait(
                () -> System.out.println("counted " + session.traffic().total().messagesIn() + " "
                        + session.traffic().dropped()));
    }

    /** Types an answer and sends it to everybody, as a person would. */
    private void answer() throws Exception {
        before = journaled.value();
        clicks.begin();
        long start = System.nanoTime();
        EventQueue.invokeAndWait(() -> {
            ((JComboBox<?>) EarshotWindow.find(window, "clientBox")).setSelectedIndex(0);
            ((JTextComponent) EarshotWindow.find(window, "sendBox")).setText("answer");
            ((AbstractButton) EarshotWindow.find(window, "sendButton")).doClick(0);
        });
        System.out.println("answering " + start);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The most that each part of the heap has ever held, what nobody needed any more included. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            Thread.sleep(1);
        }
    }
}
