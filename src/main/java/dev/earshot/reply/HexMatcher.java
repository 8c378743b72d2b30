package dev.earshot.reply;

import dev.earshot.codec.Hex;
import dev.earshot.codec.PastedHex;
import dev.earshot.codec.Problem;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** Compares a whole message with a hex pattern that may hold wildcards and captures. */
final class HexMatcher extends MessageMatcher {
    private static final String STRUCTURE = "()*";

    private final byte[] pattern;
    private final byte[] mask;
    private final boolean isOpenEnded;
    private final int[] places;
    private final int captures;

    HexMatcher(String typed) throws Problem {
        Parser parser = new Parser(typed);
        Optional<byte[]> pasted = PastedHex.find(typed);
        if (pasted.isPresent()) {
            parser.take(pasted.get());
        } else {
            parser.parse();
        }
        byte[] low = parser.low.toByteArray();
        byte[] high = parser.high.toByteArray();
        pattern = low;
        mask = new byte[low.length];
        for (int i = 0; i < low.length; i++) {
            mask[i] = (byte) ~(low[i] ^ high[i]);
        }
        isOpenEnded = parser.star >= 0;
        captures = parser.captures;
        places = Arrays.copyOf(parser.places, 2 * captures + 2);
    }

    @Override
    public int captures() {
        return captures;
    }

    @Override
    MatchCaptures match(DecodedMessage message) {
        byte[] bytes = message.bytes;
        MatchCaptures found = match(bytes);
        return found == null && message.start > 0
                ? match(Arrays.copyOfRange(bytes, message.start, bytes.length))
                : found;
    }

    private MatchCaptures match(byte[] bytes) {
        if (isOpenEnded ? bytes.length < pattern.length : bytes.length != pattern.length) {
            return null;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (((bytes[i] ^ pattern[i]) & mask[i]) != 0) {
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

    /** Parses a typed pattern in one pass. */
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

        void take(byte[] bytes) {
            low.writeBytes(bytes);
            high.writeBytes(bytes);
        }

        void parse() throws Problem {
            int at = 0;
            while (at < typed.length()) {
                int end = at;
                while (end < typed.length() && STRUCTURE.indexOf(typed.charAt(end)) < 0) {
                    end++;
                }
                parseBytes(at, end);
                if (end < typed.length()) {
                    parseMark(end);
                }
                at = end + 1;
            }
            if (open >= 0) {
                throw problem("problem.match.bracket", open);
            } else if (low.size() == 0 && star < 0) {
                throw new Problem("problem.match.empty", 0);
            }
        }

        /** Parses hex digits twice, with wildcards as 00 and as FF: bits that differ then are not compared. */
        private void parseBytes(int from, int to) throws Problem {
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

        private void parseMark(int at) throws Problem {
            switch (typed.charAt(at)) {
                case '(' -> openCapture(at);
                case ')' -> closeCapture(at);
                default -> {
                    if (star >= 0) {
                        throw problem("problem.match.star", star);
                    }
                    star = at;
                }
            }
        }

        private void openCapture(int at) throws Problem {
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

        private void closeCapture(int at) throws Problem {
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
