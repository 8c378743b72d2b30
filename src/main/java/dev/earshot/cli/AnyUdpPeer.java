package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.net.ConnectAddress;
import dev.earshot.net.ConnectOptions;
import dev.earshot.net.Peer;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whoever can be reached by datagrams: a line goes to the target, or begins with any address, whether known or not. */
final class AnyUdpPeer implements SendTargets {
    /** For a name service that does not answer. */
    private static final int PATIENCE_MILLIS = ConnectOptions.STANDARD.timeoutMillis();

    private final Session session;
    private final Optional<ConnectAddress> target;

    /** @param target to whom goes what begins with no address; none = everybody who is known */
    AnyUdpPeer(Session session, Optional<ConnectAddress> target) {
        this.session = session;
        this.target = target;
    }

    @Override
    public Addressed of(String line) throws CommandFailure, Problem {
        TypedLine typed = TypedLine.parse(line);
        if (typed.to() != null) {
            return new Addressed(call(ConnectAddress.parseForDatagrams(typed.to())), typed.text());
        } else if (target.isPresent()) {
            return new Addressed(call(target.get()), typed.text());
        }
        List<Peer> known =
                session.clients().present().stream().map(Client::peer).toList();
        if (known.isEmpty()) {
            throw new CommandFailure("Nobody is known yet: begin with an address, as in '@10.0.0.8:9000 text'.");
        }
        return new Addressed(known, typed.text());
    }

    /** Each time: who was silent for long is not known any more. */
    private List<Peer> call(ConnectAddress to) throws Problem, CommandFailure {
        CompletableFuture<Peer> called = new CompletableFuture<>();
        session.udp().call(to, called::complete, called::completeExceptionally);
        try {
            return List.of(called.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem why) {
                throw why;
            }
            throw new CommandFailure(String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            throw new Problem("problem.connect.unknown", -1, to.text(), to.host());
        } catch (InterruptedException e) {
            throw new CommandFailure("Interrupted.");
        }
    }

    @Override
    public boolean patient() {
        return true;
    }
}
