package dev.earshot.net.udp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the datagrams that the system has dropped because they were not received in time. Only Linux reports them, in
 * a line for each socket of {@code /proc/net/udp} (proc(5), udp(7)). Confined to one thread.
 */
final class KernelDrops {
    private static final Logger log = LoggerFactory.getLogger(KernelDrops.class);

    private static final int LOCAL_ADDRESS = 1;
    private static final int INODE = 9;
    private static final int DROPS = 12;

    private final Path table;
    private final Path descriptors;
    private final String address;
    private final String port;
    private final Map<String, Long> counted = new HashMap<>();
    private final Set<String> ours = new HashSet<>();
    private final Set<String> others = new HashSet<>();

    KernelDrops(InetSocketAddress bound, boolean ipv6) {
        this(Path.of(ipv6 ? "/proc/net/udp6" : "/proc/net/udp"), Path.of("/proc/self/fd"), bound);
    }

    KernelDrops(Path table, Path descriptors, InetSocketAddress bound) {
        this.table = table;
        this.descriptors = descriptors;
        this.address = hex(bound.getAddress());
        this.port = String.format(Locale.ROOT, ":%04X", bound.getPort());
    }

    /**
     * Returns an address as the table writes it: words of 32 bits in this computer's byte order. Empty for the
     * wildcard, because the sockets beside it may have any address.
     */
    private static String hex(InetAddress ip) {
        StringBuilder hex = new StringBuilder();
        ByteBuffer words = ByteBuffer.wrap(ip.getAddress()).order(ByteOrder.nativeOrder());
        while (words.hasRemaining() && !ip.isAnyLocalAddress()) {
            hex.append(String.format(Locale.ROOT, "%08X", words.getInt()));
        }
        return hex.toString();
    }

    /** Returns the number of datagrams to our sockets that were dropped since the last call. */
    long countNew() {
        long dropped = 0;
        try {
            if (Files.isReadable(table)) {
                for (String line : Files.readAllLines(table)) {
                    dropped += countNew(line.strip().split("\\s+"));
                }
            }
        } catch (IOException | NumberFormatException e) {
            log.debug("{} cannot be read", table, e);
        }
        return dropped;
    }

    private long countNew(String[] socket) throws IOException {
        if (socket.length <= DROPS || !hasOurAddress(socket[LOCAL_ADDRESS]) || !isOurs(socket[INODE])) {
            return 0;
        }
        long now = Long.parseLong(socket[DROPS]);
        Long before = counted.put(socket[INODE], now);
        return before == null ? now : Math.max(0, now - before);
    }

    /** Returns whether a socket has our address: another endpoint may have the same port on another address. */
    private boolean hasOurAddress(String local) {
        return local.startsWith(address) && local.endsWith(port);
    }

    /** Returns whether a socket belongs to this program: other programs may share our port. */
    private boolean isOurs(String inode) throws IOException {
        if (!ours.contains(inode) && !others.contains(inode)) {
            (openSockets().contains("socket:[" + inode + "]") ? ours : others).add(inode);
        }
        return ours.contains(inode);
    }

    private Set<String> openSockets() throws IOException {
        Set<String> sockets = new HashSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
            for (Path one : all) {
                try {
                    sockets.add(Files.readSymbolicLink(one).toString());
                } catch (IOException e) {
                    log.trace("{} was closed meanwhile", one, e);
                }
            }
        }
        return sockets;
    }
}
