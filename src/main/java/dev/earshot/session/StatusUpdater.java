package dev.earshot.session;

import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;

/** Shows in the session's status where one endpoint is open, how its connection stands, and that it has closed itself. */
final class StatusUpdater implements EventSink {
    private final EndpointCommands commands;
    private final Endpoint endpoint;
    private final int command;
    private final ConnectionStatus connection = new ConnectionStatus();
    private volatile Event.Opened opened;
    private volatile String address; // null before it is open
    private volatile boolean closed;

    /** @param command the number of the command that opens the endpoint */
    StatusUpdater(EndpointCommands commands, Endpoint endpoint, int command) {
        this.commands = commands;
        this.endpoint = endpoint;
        this.command = command;
    }

    /** Where the endpoint is open, as it has told. */
    Event.Opened opened() {
        return opened;
    }

    /** Shows from now on that the endpoint is open at this address; events may have come already. */
    void showOpen(String shown) {
        address = shown;
        show();
    }

    /** Forgets the endpoint if it has closed itself while it was being opened. */
    void endIfClosed() {
        if (closed) {
            end();
        }
    }

    @Override
    public void on(Event event) {
        if (connection.on(event)) {
            show();
        }
        if (event instanceof Event.Opened told) {
            opened = told;
        } else if (event instanceof Event.Closed) {
            closed = true;
            if (commands.openEndpoint() == endpoint) {
                end();
            }
        }
    }

    private void show() {
        if (address != null) {
            commands.setStatus(command, () -> connection.openStatus(address));
        }
    }

    private void end() {
        commands.closedItself(endpoint, command, () -> connection.closedStatus(address));
    }
}
