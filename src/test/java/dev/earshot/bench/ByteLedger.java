package dev.earshot.bench;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.JournalFactory;
import dev.earshot.journal.TaskProgress;
import dev.earshot.net.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The numbers and SHA-256 sums of the bytes of each client in both directions, as a capture has them. */
final class ByteLedger {
    private final Map<Integer, Account> accounts = new HashMap<>();

    /** The bytes of one client. */
    static final class Account {
        private static final int LONGEST_NAME = 32;

        private final MessageDigest in = sha256();
        private final MessageDigest out = sha256();
        private final StringBuilder name = new StringBuilder();
        private long bytesIn;
        private long bytesOut;
        private boolean isNamed;

        /** Adds what the client has sent; its first line is its name. */
        void sent(byte[] buffer, int offset, int length) {
            for (int i = offset; !isNamed && i < offset + length; i++) {
                isNamed = buffer[i] == '\n' || name.length() == LONGEST_NAME;
                name.append(isNamed ? "" : String.valueOf((char) (buffer[i] & 0xFF)));
            }
            in.update(buffer, offset, length);
            bytesIn += length;
        }

        /** Adds what was sent to the client. */
        void received(byte[] buffer, int offset, int length) {
            out.update(buffer, offset, length);
            bytesOut += length;
        }

        /** Returns the number of bytes that the client has sent. */
        long sentBytes() {
            return bytesIn;
        }

        /** Returns the number of bytes that were sent to the client. */
        long receivedBytes() {
            return bytesOut;
        }

        /** Returns the name, both numbers and both sums in one line; only once. */
        String line() {
            return name.toString().replace(' ', '-') + " " + bytesIn + " "
                    + HexFormat.of().formatHex(in.digest()) + " " + bytesOut + " "
                    + HexFormat.of().formatHex(out.digest());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Reads a capture. */
    static ByteLedger of(List<Path> capture, Path indexFolder) throws IOException {
        ByteLedger ledger = new ByteLedger();
        JournalFactory.open(capture, indexFolder, Framing.LINES, (event, time) -> ledger.add(event), new TaskProgress())
                .close();
        return ledger;
    }

    private void add(Event event) {
        if (event instanceof Event.Received e) {
            account(e.peer().id()).sent(e.buffer(), e.offset(), e.length());
        } else if (event instanceof Event.Sending e) {
            account(e.peer().id()).received(e.buffer(), e.offset(), e.length());
        }
    }

    private Account account(int peer) {
        return accounts.computeIfAbsent(peer, id -> new Account());
    }

    Collection<Account> accounts() {
        return accounts.values();
    }

    /** Returns the first line of a client. */
    static byte[] name(int number) {
        return ("client " + number + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
