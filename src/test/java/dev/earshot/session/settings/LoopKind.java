package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.Conversations;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.NamedAddress;
import dev.earshot.tftp.TransferMode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * A kind of endpoint that is not registered and has neither fields in the window nor a command in the terminal. Its one
 * peer sends back what it gets. Its settings are some that have words already.
 */
public final class LoopKind implements EndpointKind {
    /** The text that is wrong as {@link #NAME}. */
    public static final String WRONG = "wrong";

    /** The name of the peer. */
    public static final SettingKey<String> NAME = SettingKey.text("udp.interface", "");

    public static final SettingKey<Integer> NUMBER = SettingKey.number("udp.hops", 1, 0, 255);
    public static final SettingKey<Boolean> FLAG = SettingKey.flag("udp.loopback", true);
    public static final SettingKey<TransferMode> CHOICE = TftpKind.MODE;

    @Override
    public String id() {
        return "LOOP";
    }

    @Override
    public String wordsKey() {
        return "udp";
    }

    @Override
    public boolean hasOnePeer() {
        return true;
    }

    @Override
    public List<SettingKey<?>> keys() {
        return List.of(NAME, NUMBER, FLAG, CHOICE);
    }

    @Override
    public String announcement(Event.Opened opened) {
        return "looping " + Addresses.text(opened.local());
    }

    @Override
    public Optional<EndpointConfig> config(Settings settings) throws Problem {
        String name = settings.get(NAME);
        if (name.equals(WRONG)) {
            throw new Problem("problem.udp.interface.wrong", 1);
        }
        String options = settings.get(NUMBER) + "-" + settings.get(FLAG) + "-" + settings.get(CHOICE);
        return Optional.of(new Config(this, name, options));
    }

    /** @param options the values of all options */
    public record Config(EndpointKind kind, String text, String options) implements EndpointConfig {
        @Override
        public Endpoint create(IntSupplier peerIds) {
            return new Loop(new Peer(
                    peerIds.getAsInt(),
                    new NamedAddress("here"),
                    new NamedAddress(text + "-" + options),
                    Transport.TCP_OUT));
        }

        @Override
        public Problem openProblem(IOException why) {
            return new Problem("problem.open", -1, text, why.getMessage());
        }
    }

    private static final class Loop implements Endpoint, Conversations {
        private final Peer peer;
        private EventSink sink;
        private boolean open;

        Loop(Peer peer) {
            this.peer = peer;
        }

        @Override
        public synchronized void open(EventSink events) {
            sink = events;
            open = true;
            sink.on(new Event.Opened(peer.local(), "LOOP", ""));
            sink.on(new Event.Joined(peer));
        }

        @Override
        public Conversations conversations() {
            return this;
        }

        @Override
        public synchronized void close() {
            if (open) {
                open = false;
                sink.on(new Event.Left(peer, Event.Reason.CLOSED_HERE, 0, ""));
                sink.on(new Event.Closed(peer.local(), "LOOP", ""));
            }
        }

        @Override
        public synchronized boolean send(Peer to, byte[] bytes, Origin origin) {
            if (open) {
                sink.on(new Event.Sending(peer, bytes, 0, bytes.length, true, origin));
                sink.on(new Event.Received(peer, bytes, 0, bytes.length, 0));
            }
            return open;
        }

        @Override
        public boolean awaitRoom(Peer to, int bytes, int millis) {
            return true;
        }

        @Override
        public void disconnect(Peer to) {
            close();
        }

        @Override
        public void abort(Peer to) {
            close();
        }

        @Override
        public long waitingBytes(Peer to) {
            return 0;
        }
    }
}
