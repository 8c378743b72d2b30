package dev.earshot.reply.rules;

/** One part of a hex pattern, which takes the bytes that it matches from a message. Any thread. */
interface HexPart {

    /** Takes its bytes, or returns false if the message does not match. */
    boolean takes(Progress progress);

    /** The state of one comparison. */
    final class Progress {
        final byte[] bytes;

        /** The begin and end of each capture, the whole message first. */
        final int[] places;

        /** The position at which the next part begins. */
        int at;

        /** The value of the last number. */
        private long number;

        Progress(byte[] bytes, int captures) {
            this.bytes = bytes;
            places = new int[2 * captures + 2];
            places[1] = bytes.length;
        }

        private int remaining() {
            return bytes.length - at;
        }
    }

    /**
     * Bytes of which only some bits are compared.
     *
     * @param mask has a 1 for each bit that is compared
     */
    record Bytes(byte[] pattern, byte[] mask) implements HexPart {
        @Override
        public boolean takes(Progress progress) {
            if (progress.remaining() < pattern.length) {
                return false;
            }
            for (int i = 0; i < pattern.length; i++) {
                if (((progress.bytes[progress.at + i] ^ pattern[i]) & mask[i]) != 0) {
                    return false;
                }
            }
            progress.at += pattern.length;
            return true;
        }
    }

    /** A number of 1 to 8 bytes, negative if its 64th bit is set. */
    record Number(int size, boolean littleEndian) implements HexPart {
        @Override
        public boolean takes(Progress progress) {
            if (progress.remaining() < size) {
                return false;
            }
            progress.number = 0;
            for (int i = 0; i < size; i++) {
                int place = littleEndian ? size - 1 - i : i;
                progress.number = progress.number << 8 | progress.bytes[progress.at + place] & 0xFF;
            }
            progress.at += size;
            return true;
        }
    }

    /**
     * A number with seven bits in each byte, the lowest first, which ends with a byte below 80 (MQTT 3.1.1, section
     * 2.2.3).
     */
    record Varint() implements HexPart {
        private static final int MOST = 5;

        @Override
        public boolean takes(Progress progress) {
            progress.number = 0;
            for (int i = 0; i < Math.min(MOST, progress.remaining()); i++) {
                byte next = progress.bytes[progress.at + i];
                progress.number |= (next & 0x7FL) << 7 * i;
                if (next >= 0) {
                    progress.at += i + 1;
                    return true;
                }
            }
            return false;
        }
    }

    /** As many bytes as the number before them says. */
    record Counted() implements HexPart {
        @Override
        public boolean takes(Progress progress) {
            if (progress.number < 0 || progress.number > progress.remaining()) {
                return false;
            }
            progress.at += (int) progress.number;
            return true;
        }
    }

    /** Any number of bytes, or none, so that {@code kept} bytes remain for the parts behind it. */
    record Gap(int kept) implements HexPart {
        @Override
        public boolean takes(Progress progress) {
            if (progress.remaining() < kept) {
                return false;
            }
            progress.at = progress.bytes.length - kept;
            return true;
        }
    }

    /** The begin or end of a capture. */
    record Bracket(int place) implements HexPart {
        @Override
        public boolean takes(Progress progress) {
            progress.places[place] = progress.at;
            return true;
        }
    }
}
