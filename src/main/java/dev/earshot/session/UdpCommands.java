package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.ConnectFailure;
import dev.earshot.net.Endpoint;
import dev.earshot.net.HostLookup;
import dev.earshot.net.Peer;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.udp.MulticastGroup;
import dev.earshot.net.udp.MulticastOptions;
import dev.earshot.net.udp.UdpEndpoint;
import dev.earshot.net.udp.UdpNote;
import dev.earshot.session.settings.EndpointConfig;
import dev.earshot.session.settings.UdpConfig;
import java.util.List;
import java.util.function.Consumer;

/**
 * Carries out the commands that only UDP endpoints know. Any thread; returns at once, and reports results and failures
 * on other threads. Without an open UDP endpoint they fail with {@code problem.udp.shut} or {@code problem.udp.closed}.
 */
public final class UdpCommands {
    private final EndpointCommands endpoint;
    private final Consumer<Peer> called;
    private final HostLookup lookup = new HostLookup();

    /** @param called is called with every peer that the user calls */
    UdpCommands(EndpointCommands endpoint, Consumer<Peer> called) {
        this.endpoint = endpoint;
        this.called = called;
    }

    /** An action that may fail with a problem. */
    private interface Attempt {
        void run() throws Problem;
    }

    /** Sets up multicast and the target of a new endpoint. Failures are noted in the log; the endpoint stays open. */
    void setUp(EndpointConfig config, Endpoint open, Consumer<Problem> failed) {
        if (config instanceof UdpConfig wanted && open instanceof UdpEndpoint fresh) {
            setUp(wanted, fresh, why -> {
                fresh.report(UdpNote.SETTING_FAILED.note(why));
                failed.accept(why);
            });
        }
    }

    private void setUp(UdpConfig wanted, UdpEndpoint fresh, Consumer<Problem> failed) {
        attempt(() -> fresh.setMulticast(wanted.multicast()), failed);
        wanted.multicast().groups().forEach(group -> attempt(() -> fresh.join(group), failed));
        wanted.target().ifPresent(to -> call(fresh, to, peer -> {}, failed));
    }

    /**
     * Adds the peer at an address, if it is not present, so that messages can be sent to it. The address may be a
     * computer, a broadcast address or a multicast group. Calls are carried out in their order, except those with a
     * host name, which wait for the name service.
     *
     * @param then is called with the peer
     * @param failed is called with the reason why nothing can be sent to the address
     */
    public void call(ConnectAddress to, Consumer<Peer> then, Consumer<Problem> failed) {
        endpoint.withEndpoint(open -> {
            if (open instanceof UdpEndpoint udp) {
                call(udp, to, then, failed);
            } else {
                failed.accept(new Problem("problem.udp.closed", -1, to.text()));
            }
        });
    }

    private void call(UdpEndpoint udp, ConnectAddress to, Consumer<Peer> then, Consumer<Problem> failed) {
        lookup.find(
                to.host(),
                addresses -> attempt(
                        () -> {
                            Peer peer = udp.addPeer(addresses, to.port());
                            called.accept(peer);
                            then.accept(peer);
                        },
                        failed),
                unknown -> failed.accept(ConnectFailure.problem(to, unknown)));
    }

    /** Joins a multicast group; a note in the log says so. */
    public void join(MulticastGroup group, Consumer<Problem> failed) {
        change(udp -> udp.join(group), failed);
    }

    /** Leaves a multicast group; a note in the log says so. */
    public void leave(MulticastGroup group, Consumer<Problem> failed) {
        change(udp -> udp.leave(group), failed);
    }

    /** Sets the options for multicast, joins these groups and leaves all others. */
    public void setMulticast(MulticastOptions wanted, Consumer<Problem> failed) {
        change(
                udp -> {
                    udp.setMulticast(wanted);
                    udp.leaveAllBut(wanted.groups());
                    wanted.groups().forEach(group -> attempt(() -> udp.join(group), failed));
                },
                failed);
    }

    /** A change of an open UDP endpoint, which may fail with a problem. */
    private interface Change {
        void on(UdpEndpoint udp) throws Problem;
    }

    private void change(Change change, Consumer<Problem> failed) {
        endpoint.withEndpoint(open -> {
            if (open instanceof UdpEndpoint udp) {
                attempt(() -> change.on(udp), failed);
            } else {
                failed.accept(new Problem("problem.udp.shut", -1));
            }
        });
    }

    /** Returns the groups that the endpoint has joined, each with the name of its interface. */
    public List<MulticastGroup> groups() {
        Endpoint open = endpoint.openEndpoint();
        return open instanceof UdpEndpoint udp ? udp.groups() : List.of();
    }

    /**
     * Returns the size of the buffer in which the system keeps datagrams until they are taken, in bytes; 0 if it does
     * not tell, or no UDP endpoint is open.
     */
    public int receiveBuffer() {
        Endpoint open = endpoint.openEndpoint();
        return open instanceof UdpEndpoint udp ? udp.receiveBuffer() : 0;
    }

    private static void attempt(Attempt attempt, Consumer<Problem> failed) {
        try {
            attempt.run();
        } catch (Problem e) {
            failed.accept(e);
        }
    }
}
