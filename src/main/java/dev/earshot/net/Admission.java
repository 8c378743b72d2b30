package dev.earshot.net;

import dev.earshot.net.address.Addresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which connections a server takes, before anything is read or allocated for them, and how long it keeps them.
 * In a storm the first refusal is reported and the others are counted. Asked on the listen thread; told of departures
 * and watched by the housekeeper.
 */
final class Admission {
    private static final Logger log = LoggerFactory.getLogger(Admission.class);

    /** The time without a refusal after which the count is reported. */
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final ClientLimits limits;
    private final Descriptors descriptors;
    private final Map<LimitNote, Episode> refusals = new EnumMap<>(LimitNote.class);
    private final Episode acceptFailures;
    private final Map<InetAddress, Integer> present = new ConcurrentHashMap<>();
    private final AtomicInteger clients = new AtomicInteger();
    private final Map<LimitNote, Integer> exceeded = new EnumMap<>(LimitNote.class);

    /** Confined to the listen thread. */
    private long secondBegan = System.nanoTime();

    private int inSecond;

    Admission(ClientLimits limits) {
        this(limits, Descriptors.OF_PROCESS, QUIET_NANOS);
    }

    /** @param quietNanos the time without a refusal after which the count is reported */
    Admission(ClientLimits limits, Descriptors descriptors, long quietNanos) {
        this.limits = limits;
        this.descriptors = descriptors;
        acceptFailures = new Episode(quietNanos, 1, TcpNote.ACCEPT_RECOVERED::note);
        addRefusal(LimitNote.MANY_CLIENTS, LimitNote.MANY_CLIENTS_END, quietNanos);
        addRefusal(LimitNote.FEW_DESCRIPTORS, LimitNote.FEW_DESCRIPTORS_END, quietNanos);
        addRefusal(LimitNote.MANY_OF_ADDRESS, LimitNote.MANY_OF_ADDRESS_END, quietNanos);
        addRefusal(LimitNote.MANY_PER_SECOND, LimitNote.MANY_PER_SECOND_END, quietNanos);
        addRefusal(LimitNote.NOT_ALLOWED, LimitNote.NOT_ALLOWED_END, quietNanos);
    }

    private void addRefusal(LimitNote begin, LimitNote end, long quietNanos) {
        refusals.put(begin, new Episode(quietNanos, 2, end::note));
    }

    /** Whether a connection is taken; counts it then. The caller closes one that is refused. */
    boolean admits(Socket socket, EventSink sink) {
        InetSocketAddress remote = (InetSocketAddress) socket.getRemoteSocketAddress();
        InetAddress address = remote.getAddress();
        if (!limits.addresses().admits(address)) {
            return refuse(LimitNote.NOT_ALLOWED, sink, remote);
        }
        if (limits.most() > 0 && clients.get() >= limits.most() && !isReservedFor(address)) {
            return refuse(LimitNote.MANY_CLIENTS, sink, remote, limits.most());
        }
        if (limits.perAddress() > 0 && present.getOrDefault(address, 0) >= limits.perAddress()) {
            return refuse(LimitNote.MANY_OF_ADDRESS, sink, remote, limits.perAddress());
        }
        if (limits.newPerSecond() > 0 && isSecondFull()) {
            return refuse(LimitNote.MANY_PER_SECOND, sink, remote, limits.newPerSecond());
        }
        if (!descriptors.take() && !isReservedFor(address)) {
            return refuse(LimitNote.FEW_DESCRIPTORS, sink, remote);
        }
        inSecond++;
        clients.incrementAndGet();
        present.merge(address, 1, Integer::sum);
        return true;
    }

    /**
     * Whether the owner of this computer is about to come in as well: strangers cannot take the last place from him.
     */
    private boolean isReservedFor(InetAddress address) {
        return address.isLoopbackAddress() && present.keySet().stream().noneMatch(InetAddress::isLoopbackAddress);
    }

    /** Returns what watches a peer. One that we have connected to has no limits. */
    ClientWatch watch(Peer peer, Outbox outbox, EventSink sink) {
        boolean client = peer.transport() == Transport.TCP_IN;
        return new ClientWatch(client ? limits : ClientLimits.STANDARD, peer, outbox, sink, this::countExceeded);
    }

    /** Reports that the system has refused to accept a connection. */
    void acceptFailed(Throwable error, EventSink sink) {
        if (acceptFailures.count()) {
            log.warn("accept fails: {}", error.toString());
            sink.on(TcpNote.ACCEPT_FAILING.note(CloseReason.describe(error)));
        }
    }

    /** Takes the end of a conversation with a client that was admitted. */
    void left(InetAddress client) {
        clients.decrementAndGet();
        present.computeIfPresent(client, (address, count) -> count == 1 ? null : count - 1);
    }

    /** Reports what is over; called regularly by the housekeeper. */
    void reportEnds(Consumer<Event> report) {
        refusals.values().forEach(refusal -> reportEnd(refusal, report));
        reportEnd(acceptFailures, report);
    }

    private static void reportEnd(Episode episode, Consumer<Event> report) {
        Event.Note note = episode.end();
        if (note != null) {
            report.accept(note);
        }
    }

    /** Counts a client that has exceeded a limit; returns how many have so far. Called by the housekeeper. */
    private int countExceeded(LimitNote limit) {
        return exceeded.merge(limit, 1, Integer::sum);
    }

    private boolean refuse(LimitNote why, EventSink sink, InetSocketAddress remote, Object... more) {
        if (refusals.get(why).count()) {
            Object[] arguments = new Object[more.length + 1];
            arguments[0] = Addresses.text(remote);
            System.arraycopy(more, 0, arguments, 1, more.length);
            log.warn("refused {}: {}", remote, why);
            sink.on(why.note(arguments));
        }
        return false;
    }

    private boolean isSecondFull() {
        long now = System.nanoTime();
        if (now - secondBegan >= TimeUnit.SECONDS.toNanos(1)) {
            secondBegan = now;
            inSecond = 0;
        }
        return inSecond >= limits.newPerSecond();
    }
}
