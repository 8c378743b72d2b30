package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.EventSink;
import dev.earshot.session.Status.State;
import dev.earshot.tftp.FileRequest;
import dev.earshot.tftp.LocalFile;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fetches files by TFTP, one at a time; the packets are in the session's log. The session's status is OPEN meanwhile,
 * then CLOSED or after a problem FAILED. {@link Session#stop} and every other command cancels. Any thread; returns at
 * once.
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
     * Closes what is open, then begins to fetch a file.
     *
     * @param replace whether the user has agreed to replace a file of that name
     * @throws Problem which part of the request is wrong; then nothing has begun
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

    /** The present or latest download; null if there was none. */
    public TftpDownload latest() {
        return latest;
    }

    private void ended(int command, FileRequest request, TftpDownload.Progress end) {
        State state = end.problem() == null ? State.CLOSED : State.FAILED;
        commands.setStatus(command, () -> new Status(state, request.target(), end.problem()));
    }
}
