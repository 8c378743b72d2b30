package dev.earshot.codec;

/**
 * Ends a message where its length field says. An impossible length, less than the header or more than a message may be,
 * ends the message right after the header: so the damage is seen, and the next message has a chance.
 */
final class LengthCutter implements Cutter {
    private final LengthFieldFraming field;
    private final int header;
    private int headerSeen;
    private long length;
    private long remaining;

    LengthCutter(LengthFieldFraming field) {
        this.field = field;
        header = field.offset() + field.size();
    }

    @Override
    public void cut(byte[] bytes, int offset, int count, RowEnds ends) {
        int at = 0;
        while (at < count) {
            if (headerSeen < header) {
                readHeaderByte(bytes[offset + at++] & 0xFF);
                if (headerSeen == header && remaining == 0) {
                    end(at, ends);
                }
            } else {
                int step = (int) Math.min(remaining, count - at);
                at += step;
                remaining -= step;
                if (remaining == 0) {
                    end(at, ends);
                }
            }
        }
    }

    private void readHeaderByte(int b) {
        int place = headerSeen++ - field.offset();
        if (place >= 0) {
            length = field.littleEndian() ? length | (long) b << 8 * place : length << 8 | b;
        }
        if (headerSeen == header) {
            long rest = field.countsWhole() ? length - header : length;
            remaining = rest < 0 || rest + header > Framing.MAX_LENGTH ? 0 : rest;
        }
    }

    private void end(int at, RowEnds ends) {
        ends.add(at);
        reset();
    }

    @Override
    public void reset() {
        headerSeen = 0;
        length = 0;
        remaining = 0;
    }
}
