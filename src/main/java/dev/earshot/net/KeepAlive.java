package dev.earshot.net;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.codec.WholeNumber;
import dev.earshot.net.address.InputText;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.net.ExtendedSocketOptions;

/**
 * The keep-alive probes of a connection, which find a peer that has vanished without a word (RFC 9293, section 3.8.4).
 * Where the system does not support the times, its own hold.
 *
 * @param idleSeconds the time without a byte before the first probe; 0 = no probes
 * @param intervalSeconds the time between probes
 * @param count the number of unanswered probes after which the connection has failed
 */
public record KeepAlive(int idleSeconds, int intervalSeconds, int count) implements SocketLayer {
    /** No probes. */
    public static final KeepAlive OFF = new KeepAlive(0, 0, 0);

    /** The default: a vanished peer is noticed after 30 s. */
    public static final KeepAlive STANDARD = new KeepAlive(15, 5, 3);

    /** The longest time in seconds; Linux takes no longer one. */
    private static final int MOST_SECONDS = 32_767;

    private static final int MOST_PROBES = 127;

    private static final Pattern TIMES = Pattern.compile("([0-9]+)(?:,([0-9]+),([0-9]+))?");

    /**
     * Parses {@code IDLE} or {@code IDLE,INTERVAL,COUNT}, such as {@code 15,5,3}.
     *
     * @throws Problem {@code problem.keep.alive} if the text is neither
     */
    public static KeepAlive parse(String typed) throws Problem {
        String text = InputText.trim(typed).replaceAll(" *, *", ",");
        Matcher matcher = TIMES.matcher(text);
        try {
            if (matcher.matches()) {
                int idle = WholeNumber.parse(matcher.group(1), 1, MOST_SECONDS);
                return matcher.group(2) == null
                        ? new KeepAlive(idle, STANDARD.intervalSeconds, STANDARD.count)
                        : new KeepAlive(
                                idle,
                                WholeNumber.parse(matcher.group(2), 1, MOST_SECONDS),
                                WholeNumber.parse(matcher.group(3), 1, MOST_PROBES));
            }
        } catch (Problem e) {
            // a number that is too large or 0: the words tell the ranges
        }
        throw new Problem("problem.keep.alive", 0, VisibleText.brief(text), MOST_SECONDS, MOST_PROBES);
    }

    /** Whether probes are sent. */
    public boolean isOn() {
        return idleSeconds > 0;
    }

    @Override
    public SystemCalls over(SystemCalls system) {
        return isOn() ? new KeepAliveCalls(system, this) : system;
    }

    /** Sets the options of a socket. */
    void applyTo(Socket socket) throws IOException {
        if (isOn()) {
            socket.setKeepAlive(true);
            set(socket, ExtendedSocketOptions.TCP_KEEPIDLE, idleSeconds);
            set(socket, ExtendedSocketOptions.TCP_KEEPINTERVAL, intervalSeconds);
            set(socket, ExtendedSocketOptions.TCP_KEEPCOUNT, count);
        }
    }

    private static void set(Socket socket, SocketOption<Integer> option, int value) throws IOException {
        if (socket.supportedOptions().contains(option)) {
            socket.setOption(option, value);
        }
    }

    /** Returns the text that {@link #parse} reads. */
    @Override
    public String toString() {
        return idleSeconds + "," + intervalSeconds + "," + count;
    }
}
