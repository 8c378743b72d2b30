package dev.earshot.net;

import dev.earshot.codec.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Locale;

/** A connection could not be made, and why. */
final class ConnectFailure extends IOException {
    private static final int FIRST_FREE_FOR_ALL = 1024;

    /** The reasons; where several addresses of a host fail for different ones, the first of these is told. */
    enum Why {
        /** We were told to give up. */
        CANCELLED,
        /** The name is not known, or nobody could be asked in time. */
        UNKNOWN,
        LOCAL_TAKEN,
        LOCAL_ABSENT,
        LOCAL_PRIVILEGED,
        /** The local address and the host's are not both IPv4 or both IPv6. */
        LOCAL_FAMILY,
        /** An earlier connection between the same addresses and ports is not over yet. */
        LOCAL_PAIR,
        REFUSED,
        TIMEOUT,
        UNREACHABLE,
        FAILED
    }

    private final ConnectAddress to;
    private final Why why;
    private final String detail;

    /** @param detail what the words need besides the target: the local address or port, seconds, or the system's words */
    ConnectFailure(ConnectAddress to, Why why, String detail) {
        super(to + ": " + why + " " + detail);
        this.to = to;
        this.why = why;
        this.detail = detail;
    }

    /** Our own address could not be taken. The reasons have no types of their own in Java; these are the systems' words. */
    static ConnectFailure ofBind(ConnectAddress to, InetSocketAddress local, IOException error) {
        String words = CloseReason.words(error);
        String port = Integer.toString(local.getPort());
        if (words.startsWith("Address already in use")) {
            return new ConnectFailure(to, Why.LOCAL_TAKEN, port);
        } else if (isNoAddress(words)) {
            return new ConnectFailure(to, Why.LOCAL_ABSENT, Addresses.text(local.getAddress()));
        } else if (words.startsWith("Permission denied") && local.getPort() < FIRST_FREE_FOR_ALL) {
            return new ConnectFailure(to, Why.LOCAL_PRIVILEGED, port);
        }
        return new ConnectFailure(to, Why.FAILED, InputText.shown(words));
    }

    /** The host's address could not be reached from ours. */
    static ConnectFailure of(
            ConnectAddress to, InetSocketAddress local, InetAddress tried, int millis, IOException error) {
        String words = CloseReason.words(error);
        if (error instanceof SocketTimeoutException || words.startsWith("Connection timed out")) {
            return new ConnectFailure(to, Why.TIMEOUT, Long.toString(Math.round(millis / 1000.0)));
        } else if (words.startsWith("Connection refused")) {
            return new ConnectFailure(to, Why.REFUSED, Addresses.text(tried));
        } else if (local.getPort() > 0 && isNoAddress(words)) {
            return new ConnectFailure(to, Why.LOCAL_PAIR, Integer.toString(local.getPort()));
        } else if (isUnreachable(words)) {
            return new ConnectFailure(to, Why.UNREACHABLE, InputText.shown(words));
        }
        return new ConnectFailure(to, Why.FAILED, InputText.shown(words));
    }

    private static boolean isNoAddress(String words) {
        return words.startsWith("Cannot assign requested address")
                || words.startsWith("Can't assign requested address");
    }

    private static boolean isUnreachable(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return lower.contains("unreachable") || lower.startsWith("no route to host") || lower.contains("host is down");
    }

    /** Whether nothing failed, but we were told to give up. */
    boolean isCancelled() {
        return why == Why.CANCELLED;
    }

    /** Returns the more informative of two failures of one attempt. */
    static ConnectFailure moreTelling(ConnectFailure one, ConnectFailure other) {
        return one == null || other.why.compareTo(one.why) < 0 ? other : one;
    }

    /** Why there is no connection: {@code problem.connect.*}. */
    Problem problem() {
        String key = why.name().toLowerCase(Locale.ROOT).replace('_', '.');
        return new Problem("problem.connect." + key, -1, to.text(), to.host(), Integer.toString(to.port()), detail);
    }
}
