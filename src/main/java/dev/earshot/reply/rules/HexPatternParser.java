package dev.earshot.reply.rules;

import dev.earshot.codec.Hex;
import dev.earshot.codec.PastedHex;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Parses a typed hex pattern in one pass. {@link Match.Kind#HEX} describes the form. */
final class HexPatternParser {
    private static final String STRUCTURE = "()*{";
    private static final String VARINT = "varint";

    private final String typed;
    private final List<HexPart> parts = new ArrayList<>();
    private int captures;
    private int open = -1;
    /** The places of the {@code *} for any number of bytes, among the parts and in the text, or -1. */
    private int gap = -1;

    private int gapAt = -1;
    private int bytesBehindGap;

    HexPatternParser(String typed) throws Problem {
        this.typed = typed;
        Optional<byte[]> pasted =
                typed.stripLeading().startsWith("{u") || typed.stripLeading().startsWith("{" + VARINT)
                        ? Optional.empty()
                        : PastedHex.find(typed);
        if (pasted.isPresent()) {
            byte[] mask = new byte[pasted.get().length];
            Arrays.fill(mask, (byte) 0xFF);
            parts.add(new HexPart.Bytes(pasted.get(), mask));
        } else {
            parse();
        }
    }

    List<HexPart> parts() {
        return List.copyOf(parts);
    }

    int captures() {
        return captures;
    }

    private void parse() throws Problem {
        int at = 0;
        while (at < typed.length()) {
            int end = at;
            while (end < typed.length() && STRUCTURE.indexOf(typed.charAt(end)) < 0) {
                end++;
            }
            parseBytes(at, end);
            at = end < typed.length() ? parseMark(end) : end;
        }
        if (open >= 0) {
            throw problem("problem.match.bracket", open);
        } else if (parts.stream().allMatch(part -> part instanceof HexPart.Bracket)) {
            throw new Problem("problem.match.empty", 0);
        }
        if (gap >= 0) {
            parts.set(gap, new HexPart.Gap(bytesBehindGap));
        }
    }

    /** Parses hex digits twice, with {@code ?} as 0 and as F: bits that differ then are not compared. */
    private void parseBytes(int from, int to) throws Problem {
        String digits = " ".repeat(from) + typed.substring(from, to);
        byte[] low;
        byte[] high;
        try {
            low = Hex.parse(digits.replace('?', '0'));
            high = Hex.parse(digits.replace('?', 'F'));
        } catch (Problem half) {
            if (half.position() >= 0 && half.position() < to && typed.charAt(half.position()) == '?') {
                throw problem("problem.hex.digit", half.position(), "?");
            }
            throw half;
        }
        if (low.length == 0) {
            return;
        }
        byte[] mask = new byte[low.length];
        for (int i = 0; i < low.length; i++) {
            mask[i] = (byte) ~(low[i] ^ high[i]);
        }
        parts.add(new HexPart.Bytes(low, mask));
        bytesBehindGap += gap >= 0 ? low.length : 0;
    }

    /** Parses a bracket, a star or a number and returns where the text behind it begins. */
    private int parseMark(int at) throws Problem {
        switch (typed.charAt(at)) {
            case '(' -> openCapture(at);
            case ')' -> closeCapture(at);
            case '{' -> {
                return parseNumber(at);
            }
            default -> parseStar(at);
        }
        return at + 1;
    }

    private void openCapture(int at) throws Problem {
        if (open >= 0) {
            throw problem("problem.match.bracket", at);
        } else if (captures == MatchCaptures.MOST) {
            throw problem("problem.match.captures", at, Integer.toString(MatchCaptures.MOST));
        }
        open = at;
        captures++;
        parts.add(new HexPart.Bracket(2 * captures));
    }

    private void closeCapture(int at) throws Problem {
        if (open < 0) {
            throw problem("problem.match.bracket", at);
        }
        open = -1;
        parts.add(new HexPart.Bracket(2 * captures + 1));
    }

    private void parseStar(int at) throws Problem {
        if (isBehindNumber()) {
            parts.add(new HexPart.Counted());
            return;
        }
        if (gap >= 0) {
            throw problem("problem.match.star", at);
        }
        gap = parts.size();
        gapAt = at;
        parts.add(new HexPart.Gap(0));
    }

    /** Returns whether the last part but brackets is a number. */
    private boolean isBehindNumber() {
        int last = parts.size() - 1;
        while (last >= 0 && parts.get(last) instanceof HexPart.Bracket) {
            last--;
        }
        return last >= 0 && (parts.get(last) instanceof HexPart.Number || parts.get(last) instanceof HexPart.Varint);
    }

    private int parseNumber(int at) throws Problem {
        int end = typed.indexOf('}', at);
        String name = typed.substring(at + 1, end < 0 ? typed.length() : end).strip();
        NumberForm form = NumberForm.parse(name);
        boolean isBinary = form != null && form.size() > 0;
        if (end < 0 || !isBinary && !name.equals(VARINT)) {
            throw problem("problem.match.number", at, VisibleText.brief(name));
        }
        if (gap >= 0) {
            throw problem("problem.match.behind", at, Integer.toString(gapAt + 1));
        }
        parts.add(isBinary ? new HexPart.Number(form.size(), form.littleEndian()) : new HexPart.Varint());
        return end + 1;
    }

    private static Problem problem(String key, int at, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = Integer.toString(at + 1);
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new Problem(key, at, arguments);
    }
}
