package dev.earshot.reply;

import java.util.Arrays;

/** Sends what is read back at once. */
final class EchoReplier implements Replier {
    static final String ORIGIN = "echo";

    private final int mostPerSecond;
    private final ReplySender delivery;

    EchoReplier(int mostPerSecond, ReplySender delivery) {
        this.mostPerSecond = mostPerSecond;
        this.delivery = delivery;
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
        return (!mayBeLoop || delivery.mayAnswer(from, mostPerSecond)) && delivery.send(from, bytes, ORIGIN);
    }
}
