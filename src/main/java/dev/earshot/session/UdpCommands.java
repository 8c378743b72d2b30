package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.ConnectAddress;
import dev.earshot.net.Endpoint;
import dev.earshot.net.HostLookup;
import dev.earshot.net.MulticastGroup;
import dev.earshot.net.MulticastOptions;
import dev.earshot.net.Peer;
import dev.earshot.net.UdpEndpoint;
import dev.earshot.net.UdpNote;
import java.util.List;
import java.util.function.Consumer;

/**
 * The commands that only a session with a UDP endpoint takes. Any thread; returns at once. What comes of them is told on
 * other threads; where the session's endpoint is another one, or closed, that is {@code problem.udp.shut} or {@code
 * problem.udp.closed}.
 */
public final class UdpCommands {
    private final EndpointCommands endpoint;
    private final Consumer<Peer> called;
    private final HostLookup lookup = new HostLookup();

    /** @param called is told of every peer that is called */
    UdpCommands(EndpointCommands endpoint, Consumer<Peer> called) {
        this.endpoint = endpoint;
        this.called = called;
    }

    /** Something that may not be possible. */
    private interface Attempt {
        void run() throws Problem;
    }

    /** Sets an endpoint up that has just been opened. What does not work is noted, and the endpoint stays open. */
    void setUp(EndpointConfig config, Endpoint open, Consumer<Problem> trouble) {
        if (config instanceof UdpConfig wanted && open instanceof UdpEndpoint fresh) {
            setUp(wanted, fresh, trouble);
        }
    }

    private void setUp(UdpConfig wanted, UdpEndpoint fresh, Consumer<Problem> trouble) {
        Consumer<Problem> failed = why -> {
            fresh.tell(UdpNote.SETTING_FAILED.note(why));
            trouble.accept(why);
        };
        attempt(() -> fresh.multicast(wanted.multicast()), failed);
        wanted.multicast().groups().forEach(group -> attempt(() -> fresh.join(group), failed));
        wanted.target().ifPresent(to -> call(fresh, to, peer -> {}, failed));
    }

    /**
     * Has the peer at an address join, if it is not there: a computer, everybody (broadcast) or a multicast group. Calls
     * are done in their order, but those for which a name service is asked.
     *
     * @param then is told who it is
     * @param failed is told why it cannot be sent to
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
                            Peer peer = udp.peer(addresses, to.port());
                            called.accept(peer);
                            then.accept(peer);
                        },
                        failed),
                unknown -> failed.accept(ConnectAddress.connectFailed(to, unknown)));
    }

    /** Receives what is sent to a multicast group from now on; told in the log. */
    public void join(MulticastGroup group, Consumer<Problem> failed) {
        change(udp -> udp.join(group), failed);
    }

    /** Does not receive it any more; told in the log. */
    public void leave(MulticastGroup group, Consumer<Problem> failed) {
        change(udp -> udp.leave(group), failed);
    }

    /** Sends to groups so from now on, and receives from these groups and no others. */
    public void multicast(MulticastOptions wanted, Consumer<Problem> failed) {
        change(
                udp -> {
                    udp.multicast(wanted);
                    udp.leaveAllBut(wanted.groups());
                    wanted.groups().forEach(group -> attempt(() -> udp.join(group), failed));
                },
                failed);
    }

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

    /** The groups that are received from now, each with the name of its interface. */
    public List<MulticastGroup> groups() {
        Endpoint open = endpoint.openEndpoint();
        return open instanceof UdpEndpoint udp ? udp.groups() : List.of();
    }

    private static void attempt(Attempt attempt, Consumer<Problem> failed) {
        try {
            attempt.run();
        } catch (Problem e) {
            failed.accept(e);
        }
    }
}
