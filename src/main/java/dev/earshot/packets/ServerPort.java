package dev.earshot.packets;

/** Guesses which of two ports belongs to a server, where the beginning of a conversation was not captured. */
final class ServerPort {
    /** Ports below this are for well-known services (RFC 6335). */
    private static final int WELL_KNOWN = 1024;

    /** Systems give clients ports from here on; Linux is the lowest. */
    private static final int OF_CLIENTS = 32_768;

    private ServerPort() {}

    /** Whether the sender of the first packet is rather the server. */
    static boolean isServer(int senderPort, int receiverPort) {
        return rank(senderPort) < rank(receiverPort);
    }

    private static int rank(int port) {
        return port < WELL_KNOWN ? 0 : port < OF_CLIENTS ? 1 : 2;
    }
}
