package dev.earshot.bench;

import static dev.earshot.bench.Table.figure;

import dev.earshot.net.tls.ClientTls;
import dev.earshot.net.tls.Fingerprint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Loads a window for minutes with steady clients, clients that come and go, slow readers, TLS and changing filters.
 * Reports what the process holds over time, and compares what each client has sent and read with the captures.
 */
final class Soak {
    private static final int PLAIN = 10;
    private static final int ENCRYPTED = 4;
    private static final int SLOW = 4;
    private static final int PIECE = 1_750;
    private static final long NANOS_BETWEEN_PIECES = TimeUnit.MILLISECONDS.toNanos(50);

    /** The time between two short visits: five a second. */
    private static final long NANOS_BETWEEN_VISITS = TimeUnit.MILLISECONDS.toNanos(200);

    /** One of so many visitors speaks TLS. */
    private static final int VISITORS_FOR_TLS = 5;

    private static final int LONGEST_VISIT = 40_000;
    private static final int SLOW_RECEIVE_BUFFER = 4096;
    private static final int PATIENCE_MILLIS = 60_000;

    /** How many times the process is looked at, however many minutes it runs, if they are not too few. */
    private static final int SAMPLES = 60;

    private static final long LEAST_NANOS_BETWEEN_SAMPLES = TimeUnit.SECONDS.toNanos(10);

    private final Child host;
    private final int plainPort;
    private final int tlsPort;
    private final ClientTls trust;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Queue<String> accounts = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Sample> samples = new ArrayList<>();
    private volatile boolean running = true;

    /** What the process holds at one time. */
    private record Sample(
            double hours,
            double heap,
            double threads,
            double descriptors,
            double rows,
            double bytes,
            double edtMillis,
            double late,
            double processorSeconds) {}

    /** What a client does until the end. */
    private interface Life {
        void live(SoakClient client) throws IOException;
    }

    private Soak(Child host) throws Exception {
        this.host = host;
        plainPort = Integer.parseInt(host.next("plain")[0]);
        String[] tls = host.next("tls");
        tlsPort = Integer.parseInt(tls[0]);
        trust = new ClientTls(ClientTls.Options.STANDARD.withPin(Fingerprint.parse(tls[1])));
    }

    /** Returns whether captures and clients agree on every byte. */
    static boolean run(double minutes) throws Exception {
        System.out.printf(
                "soak: %.0f minutes with %d clients and %d with TLS that send 35 KB/s each, %d slow readers, 5"
                        + " visitors a%nsecond and changing filters; everything is echoed. Samples while nobody visits,"
                        + " the heap after a%ncollection, descriptors without those of capture files, which have up to 256"
                        + " MB each. Target: heap%nat most 1 MB/h more, threads and descriptors level, ledger equal.%n%n",
                minutes, PLAIN, ENCRYPTED, SLOW);
        try (Home home = new Home();
                Child host = Child.of(home.folder(), SoakHost.class, List.of())) {
            return new Soak(host).load(TimeUnit.SECONDS.toNanos((long) (minutes * 60)));
        }
    }

    private boolean load(long nanos) throws Exception {
        List<Thread> steady = new ArrayList<>();
        for (int i = 0; i < PLAIN + ENCRYPTED + SLOW; i++) {
            boolean slow = i >= PLAIN + ENCRYPTED;
            boolean tls = i >= PLAIN && !slow;
            steady.add(begin(tls, slow ? SLOW_RECEIVE_BUFFER : 0, slow ? this::readSlowly : this::sendSteadily));
        }
        long start = System.nanoTime();
        long between = Math.max(nanos / SAMPLES, LEAST_NANOS_BETWEEN_SAMPLES);
        for (int i = 0; System.nanoTime() - start < nanos; i++) {
            host.tell("filter " + i);
            visitUntil(System.nanoTime() + between);
            host.tell("nofilter");
            sample(start);
        }
        running = false;
        for (Thread client : steady) {
            client.join();
        }
        printSamples();
        return compare();
    }

    private Thread begin(boolean tls, int receiveBuffer, Life life) {
        int number = numbers.incrementAndGet();
        Thread thread = new Thread(() -> live(number, tls, receiveBuffer, life), "client " + number);
        thread.start();
        return thread;
    }

    private void live(int number, boolean tls, int receiveBuffer, Life life) {
        try {
            SoakClient client = new SoakClient(number, connect(tls, receiveBuffer));
            life.live(client);
            accounts.add(client.end());
        } catch (IOException | RuntimeException e) {
            failures.add("client " + number + ": " + e);
        }
    }

    private Socket connect(boolean tls, int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), tls ? tlsPort : plainPort));
        return tls ? trust.layer(socket, "127.0.0.1", tlsPort) : socket;
    }

    private void sendSteadily(SoakClient client) throws IOException {
        long next = System.nanoTime();
        while (running) {
            client.send(PIECE);
            client.readEcho();
            next += NANOS_BETWEEN_PIECES;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    /** Reads less than is echoed, so that its outbox fills. */
    private void readSlowly(SoakClient client) throws IOException {
        while (running) {
            client.send(PIECE);
            client.read(PIECE / 20);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }

    private static void visit(SoakClient client) throws IOException {
        int left = ThreadLocalRandom.current().nextInt(LONGEST_VISIT);
        while (left > 0) {
            int piece = Math.min(left, 1 + ThreadLocalRandom.current().nextInt(PIECE));
            client.send(piece);
            client.readEcho();
            left -= piece;
        }
    }

    /** Lets clients come and go until a time, and waits until the last one has gone. */
    private void visitUntil(long end) throws InterruptedException {
        List<Thread> visitors = new ArrayList<>();
        long next = System.nanoTime();
        while (System.nanoTime() < end) {
            visitors.add(begin(numbers.get() % VISITORS_FOR_TLS == 0, 0, Soak::visit));
            next += NANOS_BETWEEN_VISITS;
            LockSupport.parkNanos(next - System.nanoTime());
        }
        for (Thread visitor : visitors) {
            visitor.join();
        }
    }

    private void sample(long start) throws IOException {
        host.tell("sample " + (PLAIN + SLOW) + " " + ENCRYPTED);
        String[] words = host.next("sample");
        double[] figures = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            figures[i] = Double.parseDouble(words[i]);
        }
        double hours = (System.nanoTime() - start) / 3.6e12;
        samples.add(new Sample(
                hours,
                figures[0] / 1e6,
                figures[1],
                figures[2],
                figures[3],
                figures[4] / 1e6,
                figures[5] / 1e6,
                figures[6],
                figures[7] / 1e9));
        System.err.printf("%.1f min: %s%n", hours * 60, samples.get(samples.size() - 1));
    }

    private void printSamples() {
        Table table =
                new Table("minutes", "heap MB", "threads", "descriptors", "rows", "MB", "EDT max ms", "over 250 ms");
        int step = Math.max(1, samples.size() / 10);
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            if (i % step == 0 || i == samples.size() - 1) {
                table.row(
                        figure(sample.hours() * 60, 1),
                        figure(sample.heap(), 1),
                        figure(sample.threads(), 0),
                        figure(sample.descriptors(), 0),
                        figure(sample.rows(), 0),
                        figure(sample.bytes(), 0),
                        figure(sample.edtMillis(), 0),
                        figure(sample.late(), 0));
            }
        }
        table.print();
        Sample last = samples.get(samples.size() - 1);
        System.out.printf(
                "slopes over the last two thirds: heap %s MB/h, threads %s/h, descriptors %s/h%n",
                figure(slope(Sample::heap), 2),
                figure(slope(Sample::threads), 2),
                figure(slope(Sample::descriptors), 2));
        System.out.printf(
                "EDT tasks that waited over 250 ms: %.0f; processor of the window %.0f %% of a core%n",
                samples.stream().mapToDouble(Sample::late).sum(), last.processorSeconds() / last.hours() / 36);
    }

    /** A figure of a sample. */
    private interface Figure {
        double of(Sample sample);
    }

    /**
     * Returns the change in an hour without the first third of the samples: the median of the slopes between any two
     * (Theil-Sen), because a collection that was incomplete must not count.
     */
    private double slope(Figure figure) {
        List<Sample> settled = samples.subList(samples.size() / 3, samples.size());
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < settled.size(); i++) {
            for (Sample later : settled.subList(i + 1, settled.size())) {
                Sample sample = settled.get(i);
                slopes.add((figure.of(later) - figure.of(sample)) / (later.hours() - sample.hours()));
            }
        }
        Collections.sort(slopes);
        return slopes.isEmpty() ? Double.NaN : slopes.get(slopes.size() / 2);
    }

    private boolean compare() throws IOException {
        host.tell("close");
        Map<String, String> captured = new HashMap<>();
        for (String[] words = host.nextOf("client", "end"); words != null; words = host.nextOf("client", "end")) {
            captured.put(words[0], String.join(" ", words));
        }
        int equal = 0;
        for (String account : accounts) {
            String other = captured.remove(account.split(" ")[0]);
            if (account.equals(other)) {
                equal++;
            } else {
                failures.add("the client says " + account + ", the capture " + other);
            }
        }
        captured.values().forEach(account -> failures.add("only the capture has " + account));
        System.out.printf(
                "ledger: of %d clients %d have the same number and SHA-256 of bytes in both directions as the"
                        + " capture%n",
                numbers.get(), equal);
        failures.stream().limit(20).forEach(System.out::println);
        return failures.isEmpty() && equal == numbers.get();
    }
}
