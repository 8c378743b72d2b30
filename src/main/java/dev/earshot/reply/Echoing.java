package dev.earshot.reply;

import java.util.Arrays;

/** Sends what is read back at once. */
final class Echoing implements Reaction {
    static final String ORIGIN = "echo";

    private final int mostPerSecond;
    private final Delivery delivery;

    Echoing(int mostPerSecond, Delivery delivery) {
        this.mostPerSecond = mostPerSecond;
        this.delivery = delivery;
    }

    @Override
    public boolean read(Party from, byte[] buffer, int offset, int length) {
        byte[] bytes = Arrays.copyOfRange(buffer, offset, offset + length);
        Party.Memory memory = from.memory();
        if (memory.echoes == null) {
            memory.echoes = new EchoLoop();
        }
        boolean mayBeLoop = memory.echoes.isEcho(bytes);
        return (!mayBeLoop || delivery.mayAnswer(from, mostPerSecond)) && delivery.send(from, bytes, ORIGIN);
    }
}
