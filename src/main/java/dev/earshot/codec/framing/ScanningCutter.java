package dev.earshot.codec.framing;

/**
 * Finds the ends of messages by a {@link MessageScanner}, to which it gives one read after the other. It keeps the few
 * bytes at the end of a read that the scanner asks for again.
 */
final class ScanningCutter implements Cutter {
    private final MessageScanner scanner;
    private final byte[] kept = new byte[2 * RowEnds.MOST_BACK]; // and after them, the beginning of the next read
    private int keptCount;

    ScanningCutter(MessageScanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public void cut(byte[] bytes, int offset, int length, RowEnds ends) {
        int at = offset;
        if (keptCount > 0) {
            int taken = Math.min(length, RowEnds.MOST_BACK);
            System.arraycopy(bytes, offset, kept, keptCount, taken);
            int all = keptCount + taken;
            int done = scan(kept, 0, keptCount, all, -keptCount, ends);
            if (done < keptCount) { // then the read was so short that all of it is here
                keep(kept, done, all);
                return;
            }
            at += done - keptCount;
        }
        int to = offset + length;
        keep(bytes, scan(bytes, at, to, to, -offset, ends), to);
    }

    /**
     * Scans until {@code stop}.
     *
     * @param base what is added to a place in these bytes to get the place in the read
     * @return the place before which the bytes are done with
     */
    private int scan(byte[] bytes, int from, int stop, int to, int base, RowEnds ends) {
        int at = from;
        while (at < stop) {
            int next = scanner.next(bytes, at, to);
            if (next == MessageScanner.MORE) {
                break;
            }
            at = next;
            Completeness ended = scanner.ended();
            if (ended == Completeness.WHOLE) {
                ends.add(base + at);
            } else if (ended != null) {
                ends.add(base + at, ended);
            }
        }
        return at;
    }

    private void keep(byte[] bytes, int from, int to) {
        keptCount = to - from;
        System.arraycopy(bytes, from, kept, 0, keptCount);
    }

    @Override
    public void reset() {
        keptCount = 0;
        scanner.reset();
    }

    @Override
    public boolean isEndPending() {
        return keptCount > 0 && scanner.isEndPending();
    }

    @Override
    public boolean isBroken() {
        return scanner.isBroken();
    }

    @Override
    public boolean lacksEnd() {
        return scanner.lacksEnd();
    }
}
