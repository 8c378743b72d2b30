package dev.earshot.reply;

import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import java.util.Arrays;

/**
 * Carries out {@link EchoAnswer}: sends the bytes of each read back at once. Reads that may be our own echo are limited
 * per second.
 */
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
    public boolean answerRead(PeerState from, byte[] buffer, int offset, int length) {
        byte[] bytes = Arrays.copyOfRange(buffer, offset, offset + length);
        PeerState.ActiveState active = from.activeState();
        if (active.echoDetector == null) {
            active.echoDetector = new EchoDetector();
        }
        boolean mayBeLoop = active.echoDetector.isEcho(bytes);
        return (!mayBeLoop || sender.mayAnswer(from, mostPerSecond)) && sender.send(from, bytes, ORIGIN);
    }
}
