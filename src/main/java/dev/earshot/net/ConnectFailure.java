package dev.earshot.net;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.address.InputText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;

/** Thrown when a connection could not be made; knows why, in words for the user. */
public final class ConnectFailure extends IOException {
    private static final int FIRST_UNPRIVILEGED_PORT = 1024;

    /** The reasons. If several addresses of a host fail for different reasons, the first of this list is reported. */
    enum Why {
        /** The attempt was cancelled. */
        CANCELLED,
        /** The host has accepted the connection, but the handshake of TLS failed. */
        HANDSHAKE,
        /** The name is unknown, or the name service did not answer in time. */
        UNKNOWN,
        LOCAL_TAKEN,
        LOCAL_ABSENT,
        LOCAL_PRIVILEGED,
        /** The local address and the host's are not both IPv4 or both IPv6. */
        LOCAL_FAMILY,
        /** An earlier connection between the same addresses and ports has not ended yet. */
        LOCAL_PAIR,
        REFUSED,
        TIMEOUT,
        UNREACHABLE,
        FAILED
    }

    private final ConnectAddress to;
    private final Why why;
    private final String detail;
    private final transient Problem handshake;

    /** @param detail completes the words: the local address or port, the seconds, or the system's words */
    ConnectFailure(ConnectAddress to, Why why, String detail) {
        super(to + ": " + why + " " + detail);
        this.to = to;
        this.why = why;
        this.detail = detail;
        handshake = null;
    }

    /** @param handshake says why the handshake of TLS failed */
    ConnectFailure(ConnectAddress to, Problem handshake) {
        super(to + ": " + handshake.getMessage());
        this.to = to;
        why = Why.HANDSHAKE;
        detail = "";
        this.handshake = handshake;
    }

    /** Explains why our own address could not be used, recognised by the systems' words; Java has no types for it. */
    static ConnectFailure ofBind(ConnectAddress to, InetSocketAddress local, IOException error) {
        String words = CloseReason.describe(error);
        String port = Integer.toString(local.getPort());
        if (words.startsWith("Address already in use")) {
            return new ConnectFailure(to, Why.LOCAL_TAKEN, port);
        } else if (isAddressError(words)) {
            return new ConnectFailure(to, Why.LOCAL_ABSENT, Addresses.text(local.getAddress()));
        } else if (words.startsWith("Permission denied") && local.getPort() < FIRST_UNPRIVILEGED_PORT) {
            return new ConnectFailure(to, Why.LOCAL_PRIVILEGED, port);
        }
        return new ConnectFailure(to, Why.FAILED, InputText.shown(words));
    }

    /** Explains why the host's address could not be reached from ours. */
    static ConnectFailure of(
            ConnectAddress to, InetSocketAddress local, InetAddress tried, int millis, IOException error) {
        String words = CloseReason.describe(error);
        if (error instanceof SocketTimeoutException || words.startsWith("Connection timed out")) {
            return new ConnectFailure(to, Why.TIMEOUT, Long.toString(Math.round(millis / 1000.0)));
        } else if (words.startsWith("Connection refused")) {
            return new ConnectFailure(to, Why.REFUSED, Addresses.text(tried));
        } else if (local.getPort() > 0 && isAddressError(words)) {
            return new ConnectFailure(to, Why.LOCAL_PAIR, Integer.toString(local.getPort()));
        } else if (isUnreachable(words)) {
            return new ConnectFailure(to, Why.UNREACHABLE, InputText.shown(words));
        }
        return new ConnectFailure(to, Why.FAILED, InputText.shown(words));
    }

    private static boolean isAddressError(String words) {
        return words.startsWith("Cannot assign requested address")
                || words.startsWith("Can't assign requested address");
    }

    private static boolean isUnreachable(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return lower.contains("unreachable") || lower.startsWith("no route to host") || lower.contains("host is down");
    }

    /** Returns whether the attempt was cancelled and did not fail. */
    boolean isCancelled() {
        return why == Why.CANCELLED;
    }

    /** Returns the more informative of two failures of one attempt. */
    static ConnectFailure moreInformative(ConnectFailure one, ConnectFailure other) {
        return one == null || other.why.compareTo(one.why) < 0 ? other : one;
    }

    /** Returns the problem {@code problem.connect.*} or {@code problem.tls.*} that explains the failure. */
    Problem problem() {
        if (handshake != null) {
            return handshake;
        }
        String key = why.name().toLowerCase(Locale.ROOT).replace('_', '.');
        return new Problem("problem.connect." + key, -1, to.text(), to.host(), Integer.toString(to.port()), detail);
    }

    /** Returns the problem {@code problem.connect.*} or {@code problem.tls.*} that explains why connecting failed. */
    public static Problem problem(ConnectAddress to, IOException error) {
        if (error instanceof ConnectFailure failure) {
            return failure.problem();
        } else if (error instanceof UnknownHostException) {
            return new ConnectFailure(to, Why.UNKNOWN, "").problem();
        }
        return new ConnectFailure(to, Why.FAILED, CloseReason.describe(error)).problem();
    }
}
