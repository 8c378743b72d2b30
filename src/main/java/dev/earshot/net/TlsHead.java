package dev.earshot.net;

/**
 * The first bytes with which a side begins TLS: the header of a record and the beginning of its message (RFC 8446,
 * sections 4.1, 5.1 and 6). Two of them would not do: devices send 16 03 in plain messages, too.
 */
enum TlsHead {
    /**
     * A ClientHello, by its type, the high byte of its length, and its version. Of a first record that is too short for
     * that, the header of the next one tells.
     */
    OF_CLIENT(11) {
        @Override
        int length(byte[] bytes, int count) {
            return isShort(bytes, count) ? HEADER + bytes[HEADER - 1] + 3 : super.length(bytes, count);
        }

        private boolean isShort(byte[] bytes, int count) {
            byte low = count < HEADER ? 0 : bytes[HEADER - 1];
            return low > 0 && low < super.length(bytes, count) - HEADER && bytes[HEADER - 2] == 0;
        }

        @Override
        boolean fits(byte[] bytes, int index) {
            int next = index - HEADER - bytes[HEADER - 1];
            return next >= 0 && isShort(bytes, index) ? fits(bytes[index], next) : fits(bytes[index], index);
        }

        @Override
        boolean fits(byte one, int index) {
            return switch (index) {
                case 0 -> one == HANDSHAKE;
                case 3 -> one >= 0 && one <= MOST_LENGTH;
                case 5 -> one == CLIENT_HELLO;
                case 6 -> one == 0;
                case 1, 9 -> one == MAJOR;
                case 2, 10 -> one >= 0 && one <= MOST_MINOR;
                default -> true;
            };
        }
    },

    /** A ServerHello. */
    OF_SERVER(6) {
        @Override
        boolean fits(byte one, int index) {
            return switch (index) {
                case 0 -> one == HANDSHAKE;
                case 1 -> one == MAJOR;
                case 2 -> one >= 0 && one <= MOST_MINOR;
                case 3 -> one >= 0 && one <= MOST_LENGTH;
                case 5 -> one == SERVER_HELLO;
                default -> true;
            };
        }
    },

    /** An alert, with which a server refuses. */
    OF_ALERT(6) {
        @Override
        boolean fits(byte one, int index) {
            return switch (index) {
                case 0 -> one == ALERT;
                case 1 -> one == MAJOR;
                case 2 -> one >= 0 && one <= MOST_MINOR;
                case 3 -> one == 0;
                case 4 -> one == 2;
                default -> one == 1 || one == 2;
            };
        }
    };

    /** The length of the header of a record, of which the last two bytes are the length of the rest. */
    private static final int HEADER = 5;

    private static final int HANDSHAKE = 22;
    private static final int ALERT = 21;
    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int MAJOR = 3;
    private static final int MOST_MINOR = 4;

    /** The high byte of the length of the largest record, 16 KiB. */
    private static final int MOST_LENGTH = 0x40;

    private final int length;

    TlsHead(int length) {
        this.length = length;
    }

    /** Whether a byte can be at this place of the first record. */
    abstract boolean fits(byte one, int index);

    /** Whether the byte at a place fits those before it. */
    boolean fits(byte[] bytes, int index) {
        return fits(bytes[index], index);
    }

    /** Returns how many bytes are looked at. */
    int length(byte[] bytes, int count) {
        return length;
    }

    /** Whether these bytes begin with the whole head. */
    boolean begins(byte[] bytes, int count) {
        return count >= length(bytes, count) && mayBegin(bytes, count);
    }

    /** Whether these bytes, and others behind them, can begin with this head. */
    boolean mayBegin(byte[] bytes, int count) {
        for (int i = 0; i < Math.min(count, length(bytes, count)); i++) {
            if (!fits(bytes, i)) {
                return false;
            }
        }
        return count > 0;
    }
}
