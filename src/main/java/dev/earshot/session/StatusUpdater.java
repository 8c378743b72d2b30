package dev.earshot.session;

import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;

/** Updates the session's status by the events of one endpoint: its address, its connection, its end. */
final class StatusUpdater implements EventSink {
    private final EndpointCommands commands;
    private final Endpoint endpoint;
    private final int command;
    private final ConnectionStatus connection = new ConnectionStatus();
    private volatile Event.Opened opened;
    private volatile String address; // null before the endpoint is open
    private volatile boolean closed;

    /** @param command the number of the command that opens the endpoint */
    StatusUpdater(EndpointCommands commands, Endpoint endpoint, int command) {
        this.commands = commands;
        this.endpoint = endpoint;
        this.command = command;
    }

    /** The event with which the endpoint was opened. */
    Event.Opened opened() {
        return opened;
    }

    /** Shows that the endpoint is open at this address. Its events may have arrived before this call. */
    void showOpen(String shown) {
        address = shown;
        show();
    }

    /** Ends the session's use of the endpoint if it closed itself while it was being opened. */
    void endIfClosed() {
        if (closed) {
            end();
        }
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Received || event instanceof Event.Sending) {
            return; // messages do not change the status, and all peers would wait for one lock
        }
        if (connection.on(event)) {
            show();
        }
        if (event instanceof Event.Opened e) {
            opened = e;
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
        commands.drop(endpoint, command, () -> connection.closedStatus(address));
    }
}
