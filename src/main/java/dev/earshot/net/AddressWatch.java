package dev.earshot.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/**
 * Reports when the address that an endpoint listens on leaves this computer, and when it is back. The system tells
 * nobody: the socket stays open, and nobody reaches it. Confined to one thread.
 */
public final class AddressWatch {
    /** The time between two looks, in milliseconds: each asks the system for all its network interfaces. */
    public static final int PERIOD_MILLIS = 2_000;

    private final InetSocketAddress local;
    private final SystemCalls system;
    private final Consumer<Event.Note> report;
    private boolean gone;

    public AddressWatch(InetSocketAddress local, SystemCalls system, Consumer<Event.Note> report) {
        this.local = local;
        this.system = system;
        this.report = report;
    }

    /** Returns whether an address can be watched: one of an interface, of which no wildcard or loopback network is. */
    public static boolean isNeeded(InetAddress address, SystemCalls system) {
        return !address.isAnyLocalAddress() && !address.isLoopbackAddress() && system.hasAddress(address);
    }

    /** Looks for the address, and reports a change. */
    public void look() {
        boolean was = gone;
        gone = !system.hasAddress(local.getAddress());
        if (gone != was) {
            report.accept((gone ? AddressNote.ADDRESS_GONE : AddressNote.ADDRESS_BACK).note(local));
        }
    }
}
