package dev.earshot.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.search.Filter;
import dev.earshot.journal.search.PeerSet;
import dev.earshot.journal.search.SearchTerm;
import dev.earshot.net.ClientLimits;
import dev.earshot.net.HalfClose;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.EchoAnswer;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Folders;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.settings.ConnectionConfig;
import dev.earshot.session.settings.ServerTlsConfig;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TcpServerConfig;
import dev.earshot.session.settings.TlsConfig;
import dev.earshot.ui.MainWindow;
import dev.earshot.ui.parts.Theme;
import java.awt.EventQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.swing.text.JTextComponent;

/** The process that the soak observes: a window with a plain server, and a server with TLS beside it; both echo. */
final class SoakHost {
    /** What the filters look for, one after the other. */
    private static final List<String> SEARCHES = List.of("line 7", "0A 6C", "/line \\d*99\\b/", "消息");

    /** The time on the EDT above which a task is counted as late. */
    private static final long LATE_NANOS = 250_000_000;

    private static final int EDT_CHECK_MILLIS = 20;

    private final Folders folders = new Folders();
    private final Session plain = Session.begin(store("plain"), Framing.LINES);
    private final Session tls = Session.begin(store("tls"), Framing.LINES);
    private final AtomicLong longestWait = new AtomicLong();
    private final AtomicInteger late = new AtomicInteger();
    private MainWindow window;

    private SoakHost() throws Exception {
        Settings settings = new Settings(folders.config().resolve("settings.properties"));
        Theme.install(settings);
        EventQueue.invokeAndWait(() -> window = EarshotWindow.show(plain, settings));
        plain.replies().setBehaviour(Behaviour.NONE.with(new EchoAnswer()));
        tls.replies().setBehaviour(Behaviour.NONE.with(new EchoAnswer()));
    }

    private CaptureStore store(String name) throws IOException {
        return new CaptureStore(folders.state().resolve(name));
    }

    public static void main(String[] args) throws Exception {
        SoakHost host = new SoakHost();
        System.out.println("plain " + listen(host.plain, TlsConfig.NONE));
        System.out.println("tls " + listen(host.tls, new TlsConfig(ServerTlsConfig.SELF_SIGNED, null)) + " "
                + ServerTlsConfig.SELF_SIGNED.fingerprint().text());
        Thread watch = new Thread(host::watchEdt, "edt watch");
        watch.setDaemon(true);
        watch.start();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            host.obey(line.split(" "));
        }
        System.exit(0);
    }

    private static String listen(Session session, TlsConfig config) throws Exception {
        session.open(new TcpServerConfig(
                ListenAddress.parse("127.0.0.1", "0"),
                HalfClose.ofSeconds(0),
                ConnectionConfig.of(config),
                ClientLimits.STANDARD));
        await(() -> session.status().state() == Status.State.OPEN);
        return session.status().address().replaceFirst(".*:", "");
    }

    /** Asks the EDT something at even times, and notes how long it waits for the answer. */
    private void watchEdt() {
        try {
            while (true) {
                Thread.sleep(EDT_CHECK_MILLIS);
                long asked = System.nanoTime();
                EventQueue.invokeAndWait(() -> {
                    long waited = System.nanoTime() - asked;
                    longestWait.accumulateAndGet(waited, Math::max);
                    if (waited > LATE_NANOS) {
                        late.incrementAndGet();
                    }
                });
            }
        } catch (Exception e) {
            e.printStackTrace();
        }
    }

    private void obey(String[] words) throws Exception {
        switch (words[0]) {
            case "filter" -> filter(SEARCHES.get(Integer.parseInt(words[1]) % SEARCHES.size()));
            case "nofilter" -> filter("");
            case "sample" -> sample(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "close" -> close();
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private void filter(String search) throws Exception {
        EventQueue.invokeAndWait(() -> ((JTextComponent) EarshotWindow.find(window, "filterField")).setText(search));
        tls.log().filter(filterOf(search), true);
    }

    private static Filter filterOf(String search) throws Problem {
        return search.isEmpty()
                ? Filter.ALL
                : new Filter(PeerSet.EVERYBODY, true, true, true, SearchTerm.parse(search));
    }

    /** Prints what the process holds while only so many clients are there. */
    private void sample(int plainClients, int tlsClients) throws Exception {
        await(() ->
                plain.clients().presentCount() == plainClients && tls.clients().presentCount() == tlsClients);
        System.gc();
        System.gc(); // one alone leaves what was allocated meanwhile
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        System.out.println("sample " + heap + " " + threads + " " + descriptors() + " "
                + (plain.log().rowCount() + tls.log().rowCount()) + " " + (bytes(plain) + bytes(tls)) + " "
                + longestWait.getAndSet(0) + " " + late.getAndSet(0) + " " + processorNanos());
    }

    private static long bytes(Session session) {
        return session.clients().bytesIn() + session.clients().bytesOut();
    }

    /** Returns the number of open descriptors but for those of the captures; -1 where the system does not tell. */
    private long descriptors() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount() - captureFiles()
                : -1;
    }

    private int captureFiles() {
        return plain.log().storage().files().size()
                + tls.log().storage().files().size();
    }

    private static long processorNanos() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean own ? own.getProcessCpuTime() : 0;
    }

    /** Closes both sessions, and prints what their captures hold of each client. */
    private void close() throws IOException {
        for (Session session : List.of(plain, tls)) {
            List<Path> capture = session.log().storage().files();
            session.close();
            Path index = Files.createTempDirectory(folders.state(), "index");
            ByteLedger.of(capture, index).accounts().forEach(account -> System.out.println("client " + account.line()));
        }
        System.out.println("end");
    }

    /** Waits for a condition, and fails after a minute. */
    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the clients are not those that were expected");
            }
            Thread.sleep(5);
        }
    }
}
