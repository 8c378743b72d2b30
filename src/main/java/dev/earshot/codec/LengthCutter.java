package dev.earshot.codec;

/**
 * Ends a message where its length field says. An impossible length, less than the header or more than a message may be,
 * ends the message right after the header: so the damage is seen, and the next message has a chance.
 */
final class LengthCutter implements Cutter {
    private final Framing.LengthField field;
    private final int header;
    private int seen;
    private long length;
    private long left;

    LengthCutter(Framing.LengthField field) {
        this.field = field;
        header = field.offset() + field.size();
    }

    @Override
    public void cut(byte[] bytes, int offset, int count, RowEnds ends) {
        int at = 0;
        while (at < count) {
            if (seen < header) {
                take(bytes[offset + at++] & 0xFF);
                if (seen == header && left == 0) {
                    end(at, ends);
                }
            } else {
                int step = (int) Math.min(left, count - at);
                at += step;
                left -= step;
                if (left == 0) {
                    end(at, ends);
                }
            }
        }
    }

    private void take(int b) {
        int place = seen++ - field.offset();
        if (place >= 0) {
            length = field.little() ? length | (long) b << 8 * place : length << 8 | b;
        }
        if (seen == header) {
            long rest = field.whole() ? length - header : length;
            left = rest < 0 || rest + header > Framing.MAX_LENGTH ? 0 : rest;
        }
    }

    private void end(int at, RowEnds ends) {
        ends.add(at);
        reset();
    }

    @Override
    public void reset() {
        seen = 0;
        length = 0;
        left = 0;
    }
}
