package dev.earshot.reply;

import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Compares a whole message with bytes, some of which may be any. */
final class HexMatcher extends MessageMatcher {
    private static final String STRUCTURE = "()*";

    private final byte[] wanted;
    private final byte[] mask;
    private final boolean goesOn;
    private final int[] places;
    private final int captures;

    HexMatcher(String typed) throws Problem {
        Parser parser = new Parser(typed);
        parser.parse();
        byte[] low = parser.low.toByteArray();
        byte[] high = parser.high.toByteArray();
        wanted = low;
        mask = new byte[low.length];
        for (int i = 0; i < low.length; i++) {
            mask[i] = (byte) ~(low[i] ^ high[i]);
        }
        goesOn = parser.star >= 0;
        captures = parser.captures;
        places = Arrays.copyOf(parser.places, 2 * captures + 2);
    }

    @Override
    public int captures() {
        return captures;
    }

    @Override
    MatchCaptures test(DecodedMessage message) {
        byte[] bytes = message.bytes;
        if (goesOn ? bytes.length < wanted.length : bytes.length != wanted.length) {
            return null;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (((bytes[i] ^ wanted[i]) & mask[i]) != 0) {
                return null;
            }
        }
        int[] found = places.clone();
        found[1] = bytes.length;
        for (int i = 3; i < found.length; i += 2) {
            found[i] = found[i] < 0 ? bytes.length : found[i];
        }
        return MatchCaptures.of(bytes, found);
    }

    /** Goes through what was typed once. */
    private static final class Parser {
        private final String typed;
        private final ByteArrayOutputStream low = new ByteArrayOutputStream();
        private final ByteArrayOutputStream high = new ByteArrayOutputStream();
        private final int[] places = new int[2 * MatchCaptures.MOST + 2];
        private int captures;
        private int open = -1;
        private int star = -1;

        Parser(String typed) {
            this.typed = typed;
        }

        void parse() throws Problem {
            int at = 0;
            while (at < typed.length()) {
                int end = at;
                while (end < typed.length() && STRUCTURE.indexOf(typed.charAt(end)) < 0) {
                    end++;
                }
                bytes(at, end);
                if (end < typed.length()) {
                    structure(end);
                }
                at = end + 1;
            }
            if (open >= 0) {
                throw problem("problem.match.bracket", open);
            } else if (low.size() == 0 && star < 0) {
                throw new Problem("problem.match.empty", 0);
            }
        }

        /** Hex digits, read twice: with what may be any as 00 and as FF. */
        private void bytes(int from, int to) throws Problem {
            String digits = " ".repeat(from) + typed.substring(from, to);
            byte[] least = Hex.parse(digits.replace("??", "00"));
            byte[] most = Hex.parse(digits.replace("??", "FF"));
            if (least.length > 0 && star >= 0) {
                throw problem("problem.match.star", star);
            }
            for (int i = 0; i < least.length; i++) {
                boolean whole = least[i] == most[i] || least[i] == 0 && most[i] == (byte) 0xFF;
                if (!whole) { // such as 4??1, where the marks stand for halves of two bytes
                    throw problem("problem.hex.digit", digits.indexOf("??"), "?");
                }
                low.write(least[i]);
                high.write(most[i]);
            }
        }

        private void structure(int at) throws Problem {
            switch (typed.charAt(at)) {
                case '(' -> open(at);
                case ')' -> close(at);
                default -> {
                    if (star >= 0) {
                        throw problem("problem.match.star", star);
                    }
                    star = at;
                }
            }
        }

        private void open(int at) throws Problem {
            if (star >= 0) {
                throw problem("problem.match.star", star);
            } else if (open >= 0) {
                throw problem("problem.match.bracket", at);
            } else if (captures == MatchCaptures.MOST) {
                throw problem("problem.match.captures", at, Integer.toString(MatchCaptures.MOST));
            }
            open = at;
            places[2 * ++captures] = low.size();
        }

        private void close(int at) throws Problem {
            if (open < 0) {
                throw problem("problem.match.bracket", at);
            }
            open = -1;
            places[2 * captures + 1] = star >= 0 ? -1 : low.size();
        }

        private static Problem problem(String key, int at, Object... more) {
            Object[] arguments = new Object[more.length + 1];
            arguments[0] = Integer.toString(at + 1);
            System.arraycopy(more, 0, arguments, 1, more.length);
            return new Problem(key, at, arguments);
        }
    }
}
