package dev.earshot.cli;

import dev.earshot.journal.Row;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import java.util.Arrays;

/** Prints the messages of a transfer as they pass, without a capture. Confined to the thread of the transfer. */
final class MessagePrinter implements EventSink {
    private final RowLines lines;
    private final Output out;
    private final Runnable stop;
    private Exception failed;

    /** @param stop is run when nothing can be printed any more */
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

    /** Fails as printing has failed. Only when the transfer has ended. */
    void rethrow() throws CommandFailure, Output.NoReader {
        if (failed instanceof CommandFailure failure) {
            throw failure;
        } else if (failed instanceof Output.NoReader noReader) {
            throw noReader;
        }
    }

    private void print(Row.Kind kind, Peer peer, byte[] buffer, int offset, int length) {
        if (failed != null) {
            return;
        }
        try {
            byte[] bytes = Arrays.copyOfRange(buffer, offset, offset + length);
            long now = System.currentTimeMillis() * 1_000_000;
            out.line(lines.of(new Row(0, kind, now, peer.id(), peer.remote(), null, 0, length, bytes, Origin.PERSON)));
            out.flush();
        } catch (CommandFailure | Output.NoReader e) {
            failed = e;
            stop.run();
        }
    }
}
