package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.journal.Journal;
import dev.earshot.net.Endpoint;
import dev.earshot.reply.Responder;
import dev.earshot.session.Status.State;
import dev.earshot.session.settings.EndpointConfig;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the endpoints of a session, each with its own event pipeline, on the thread {@code open}. Any thread. */
final class EndpointOpener {
    private static final Logger log = LoggerFactory.getLogger(EndpointOpener.class);

    private final EndpointCommands commands;
    private final Journal journal;
    private final ReplyTaps taps;
    private final Replies replies;
    private final UdpCommands udp;

    EndpointOpener(EndpointCommands commands, Journal journal, ReplyTaps taps, Replies replies, UdpCommands udp) {
        this.commands = commands;
        this.journal = journal;
        this.taps = taps;
        this.replies = replies;
        this.udp = udp;
    }

    /** Closes what is open, then opens an endpoint. Returns at once. */
    void open(EndpointConfig config) {
        commands.replace(new Status(State.OPENING, config.text(), null), command -> {
            if (commands.isLatest(command)) {
                open(config, command);
            }
        });
    }

    private void open(EndpointConfig config, int command) {
        try {
            open(config, config.create(commands.peerIds()), command);
        } catch (Problem e) {
            fail(config, command, e);
        } catch (RuntimeException | Error e) {
            fail(config, command, unexpected(config, e));
        }
    }

    private void open(EndpointConfig config, Endpoint endpoint, int command) {
        StatusUpdater status = new StatusUpdater(commands, endpoint, command);
        Responder responder = replies.responder(endpoint.conversations());
        try {
            boolean forwards = config.kind().forwards();
            EventPipeline events = EventPipeline.ofEndpoint(journal, taps, responder, status, forwards);
            if (!commands.open(endpoint, events, command)) {
                return;
            }
            status.showOpen(config.openAddress(status.opened()));
            udp.setUp(config, endpoint, why -> commands.setStatus(command, () -> openWithProblem(why)));
            status.endIfClosed();
        } catch (IOException e) {
            log.info("{} cannot be opened: {}", config.text(), e.toString());
            fail(config, command, config.openProblem(e));
        } catch (RuntimeException | Error e) {
            endpoint.close();
            fail(config, command, unexpected(config, e));
        }
    }

    private static Problem unexpected(EndpointConfig config, Throwable why) {
        log.error("opening {}", config.text(), why);
        return config.openProblem(new IOException(why.toString(), why));
    }

    private Status openWithProblem(Problem why) {
        return new Status(State.OPEN, commands.status().address(), why);
    }

    private void fail(EndpointConfig config, int command, Problem why) {
        commands.setStatus(command, () -> new Status(State.FAILED, config.text(), why));
    }
}
