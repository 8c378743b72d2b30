package dev.earshot.cli;

import dev.earshot.journal.Row;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import java.util.Arrays;

/** Prints the packets of a TFTP transfer as they come, without a capture. Confined to the thread of the transfer. */
final class MessagePrinter implements EventSink {
    private final RowLines lines;
    private final Output out;
    private final Runnable stop;
    private Exception failure;

    /** @param stop is run when printing fails */
    MessagePrinter(RowLines lines, Output out, Runnable stop) {
        this.lines = lines;
        this.out = out;
        this.stop = stop;
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Sending sent) {
            print(Row.Kind.SENT, sent.peer(), sent.buffer(), sent.offset(), sent.length());
        } else if (event instanceof Event.Received received) {
            print(Row.Kind.RECEIVED, received.peer(), received.buffer(), received.offset(), received.length());
        }
    }

    /** Throws the error with which printing has failed, if it has. Called after the end of the transfer. */
    void rethrow() throws CommandFailure, Output.NoReader {
        if (failure instanceof CommandFailure commandFailure) {
            throw commandFailure;
        } else if (failure instanceof Output.NoReader noReader) {
            throw noReader;
        }
    }

    private void print(Row.Kind kind, Peer peer, byte[] buffer, int offset, int length) {
        if (failure != null) {
            return;
        }
        try {
            byte[] bytes = Arrays.copyOfRange(buffer, offset, offset + length);
            long now = System.currentTimeMillis() * 1_000_000;
            out.line(lines.format(
                    new Row(0, kind, now, peer.id(), peer.remote(), null, 0, length, bytes, Origin.PERSON)));
            out.flush();
        } catch (CommandFailure | Output.NoReader e) {
            failure = e;
            stop.run();
        }
    }
}
