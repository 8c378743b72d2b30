package dev.earshot.cli;

import dev.earshot.net.Addresses;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Peer;
import dev.earshot.session.TftpWords;
import dev.earshot.tftp.PacketBytes;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** Prints packets of TFTP as lines: time, address, mark, packet. Confined to the thread of the transfer. */
final class PacketLines implements EventSink {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final Output out;
    private final Runnable stop;
    private Exception failed;

    /** @param stop is run when nothing can be printed any more */
    PacketLines(Output out, Runnable stop) {
        this.out = out;
        this.stop = stop;
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Sending sent) {
            print(sent.peer(), '>', packet(sent.buffer(), sent.offset(), sent.length()));
        } else if (event instanceof Event.Received received) {
            print(received.peer(), '<', packet(received.buffer(), received.offset(), received.length()));
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

    private static String packet(byte[] buffer, int offset, int length) {
        return TftpWords.of(PacketBytes.read(buffer, offset, length), LensOptions.ENGLISH);
    }

    private void print(Peer peer, char mark, String packet) {
        try {
            if (failed == null) {
                out.line(
                        TIME.format(LocalTime.now()) + ' ' + Addresses.text(peer.remote()) + ' ' + mark + ' ' + packet);
                out.flush();
            }
        } catch (CommandFailure | Output.NoReader e) {
            failed = e;
            stop.run();
        }
    }
}
