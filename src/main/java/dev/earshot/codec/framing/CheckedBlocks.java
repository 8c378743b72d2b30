package dev.earshot.codec.framing;

/**
 * Ends a message where its length says, if the checksum behind its head and behind each of its blocks is right. A wrong
 * one ends it as broken right behind itself. Each part comes in one piece.
 */
final class CheckedBlocks implements MessageScanner {
    private final LengthFieldFraming framing;
    private final FrameChecksum checksum;
    private final LengthReader reader;
    private final int headLength;
    private final int blockLength;
    private long remaining; // of the message behind its head; 0 between messages
    private Completeness ended;

    private CheckedBlocks(LengthFieldFraming framing, FrameChecksum checksum) {
        this.framing = framing;
        this.checksum = checksum;
        reader = framing.newReader();
        LengthBlocks blocks = framing.blocks();
        headLength = framing.offset() + framing.size() + blocks.before() + blocks.extra();
        blockLength = blocks.size() + blocks.extra();
    }

    /** Returns a scanner of such messages; null if the checksum does not fit the blocks. */
    static CheckedBlocks of(LengthFieldFraming framing, FrameChecksum checksum) {
        CheckedBlocks scanner = new CheckedBlocks(framing, checksum);
        boolean fits = checksum.coversAll()
                && checksum.checksum().size() == framing.blocks().extra()
                && framing.end().isEmpty()
                && Math.max(scanner.headLength, scanner.blockLength) <= CheckedScanner.ONE_PIECE;
        return fits ? scanner : null;
    }

    @Override
    public int next(byte[] bytes, int from, int to) {
        ended = null;
        boolean isHead = remaining == 0;
        int length = isHead ? headLength : (int) Math.min(blockLength, remaining);
        if (to - from < length) {
            return MORE;
        }
        int at = from + length;
        if (isHead) {
            reader.read(bytes, from + framing.offset(), to);
            long behind = reader.value() + framing.adjustment();
            remaining = framing.offset() + framing.size() + behind;
        }
        remaining -= length;
        boolean isRight = checksum.isRight(bytes, from, at) && (!isHead || reader.value() >= 0);
        if (!isRight || remaining < 0) {
            finish(Completeness.BROKEN);
        } else if (remaining == 0) {
            finish(Completeness.WHOLE);
        }
        return at;
    }

    private void finish(Completeness how) {
        reset();
        ended = how;
    }

    @Override
    public Completeness ended() {
        return ended;
    }

    @Override
    public void reset() {
        remaining = 0;
        ended = null;
    }
}
