package dev.earshot.reply;

import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import java.util.Arrays;

/** Sends what is read back at once. */
final class EchoReplier implements Replier {
    private static final Origin ORIGIN = new Origin(OriginKind.ECHO);

    private final int mostPerSecond;
    private final ReplySender sender;

    EchoReplier(int mostPerSecond, ReplySender sender) {
        this.mostPerSecond = mostPerSecond;
        this.sender = sender;
    }

    @Override
    public boolean takesMessages() {
        return false;
    }

    @Override
    public boolean read(PeerState from, byte[] buffer, int offset, int length) {
        byte[] bytes = Arrays.copyOfRange(buffer, offset, offset + length);
        PeerState.Memory memory = from.memory();
        if (memory.echoes == null) {
            memory.echoes = new EchoDetector();
        }
        boolean mayBeLoop = memory.echoes.isEcho(bytes);
        return (!mayBeLoop || sender.mayAnswer(from, mostPerSecond)) && sender.send(from, bytes, ORIGIN);
    }
}
