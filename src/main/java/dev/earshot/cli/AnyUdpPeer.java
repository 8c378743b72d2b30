package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.net.ConnectOptions;
import dev.earshot.net.Peer;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Resolves the receiver of a datagram: the target of the command, or the address that the line begins with. */
final class AnyUdpPeer implements SendTargets {
    /** Limits the wait for a name service that does not answer. */
    private static final int TIMEOUT_MILLIS = ConnectOptions.STANDARD.timeoutMillis();

    private final Session session;
    private final Optional<ConnectAddress> target;

    /** @param target receives lines that begin with no address; if empty, all known peers do */
    AnyUdpPeer(Session session, Optional<ConnectAddress> target) {
        this.session = session;
        this.target = target;
    }

    @Override
    public AddressedLine resolve(String line) throws CommandFailure, Problem {
        TypedLine typed = TypedLine.parse(line);
        if (typed.to() != null) {
            return new AddressedLine(peerAt(ConnectAddress.parseForDatagrams(typed.to())), typed.text());
        } else if (target.isPresent()) {
            return new AddressedLine(peerAt(target.get()), typed.text());
        }
        List<Peer> known =
                session.clients().present().stream().map(Client::peer).toList();
        if (known.isEmpty()) {
            throw new CommandFailure("Nobody is known yet: begin with an address, as in '@10.0.0.8:9000 text'.");
        }
        return new AddressedLine(known, typed.text());
    }

    /**
     * Returns the peer at an address. Looked up for each line, because peers that are silent for long are forgotten.
     */
    private List<Peer> peerAt(ConnectAddress to) throws Problem, CommandFailure {
        CompletableFuture<Peer> found = new CompletableFuture<>();
        session.udp().call(to, found::complete, found::completeExceptionally);
        try {
            return List.of(found.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw new CommandFailure(String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            throw new Problem("problem.connect.unknown", -1, to.text(), to.host());
        } catch (InterruptedException e) {
            throw new CommandFailure("Interrupted.");
        }
    }

    @Override
    public boolean waitsWhenFull() {
        return true;
    }
}
