package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.EventSink;
import dev.earshot.session.Status.State;
import dev.earshot.tftp.FileRequest;
import dev.earshot.tftp.LocalFile;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fetches files by TFTP into the log of a session, one at a time. The session is OPEN meanwhile, then CLOSED or, if there is
 * no file, FAILED; {@link Session#stop} cancels, as every other command does. Any thread; returns at once.
 */
public final class TftpTransfers {
    private final EndpointCommands commands;
    private final EventSink packets;
    private volatile TftpDownload latest;

    TftpTransfers(EndpointCommands commands, EventSink packets) {
        this.commands = commands;
        this.packets = packets;
    }

    /**
     * Fetches a file, after closing what is open; its packets are in the log.
     *
     * @param replace whether a person has said yes to replacing a file of that name
     * @throws Problem what of the request is wrong; then nothing has begun
     */
    public TftpDownload fetch(FileRequest request, LocalFile file, boolean replace) throws Problem {
        AtomicInteger number = new AtomicInteger();
        TftpDownload download = TftpDownload.of(
                request, file, replace, packets, commands.peerIds(), end -> ended(number.get(), request, end));
        commands.replace(new Status(State.OPEN, request.target(), null), command -> {
            number.set(command);
            latest = download;
            commands.beginDownload(download, command);
        });
        return download;
    }

    /** The download that is going on or was the last one; null if nothing was ever fetched. */
    public TftpDownload latest() {
        return latest;
    }

    private void ended(int command, FileRequest request, TftpDownload.Progress end) {
        State state = end.problem() == null ? State.CLOSED : State.FAILED;
        commands.setStatus(command, () -> new Status(state, request.target(), end.problem()));
    }
}
