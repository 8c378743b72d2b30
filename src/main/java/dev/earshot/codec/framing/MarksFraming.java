package dev.earshot.codec.framing;

import dev.earshot.codec.ByteStuffing;
import dev.earshot.codec.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The framing in which a mark begins each message, and usually another one ends it. Bytes before a begin mark are no
 * message; a begin mark in a message shows that its end mark is missing, unless both are the same.
 *
 * @param begin the begin marks, as in {@link DelimiterFraming}
 * @param end the end marks; empty if only the next begin mark ends a message
 * @param trailing bytes behind the end mark, such as a checksum, from 0 to {@link #MAX_TRAILING}
 * @param shared whether one mark may end a message and begin the next; then both are the same, and the first message
 *     may lack it
 * @param stuffing how marks inside a message are escaped: a name or pairs for {@link ByteStuffing}, with {@code |}
 *     between the pairs; empty if they are not
 */
public record MarksFraming(String begin, String end, int trailing, boolean shared, String stuffing)
        implements ScannedFraming {
    private static final String FORM = "marks:MARK..[MARK][,+N][,shared][,stuffing=RULE]";

    public static final FramingKind KIND =
            new FramingKind("marks", FORM, new MarksFraming("02", "03", 0, false, ""), MarksFraming::parse);

    /** The most bytes behind the end mark. */
    public static final int MAX_TRAILING = 255;

    private static final String DLE = "dle";

    /** A byte that is escaped by another one before it. */
    private static final Pattern HIDDEN = Pattern.compile("([0-9A-F]{2})=([0-9A-F]{2})\\1");

    /** A comma between two pairs, as templates write it. */
    private static final Pattern COMMA_OF_PAIRS =
            Pattern.compile("(?<==[0-9A-F]{4})\\s*,\\s*(?=[0-9A-F]{2}=)", Pattern.CASE_INSENSITIVE);

    private static final ParseCache<ByteStuffing> STUFFINGS = new ParseCache<>(MarksFraming::readStuffing);

    private static MarksFraming parse(String parameters) throws Problem {
        String typed = COMMA_OF_PAIRS.matcher(parameters).replaceAll("|");
        FramingOptions options = new FramingOptions(typed, 1, FORM);
        String[] marks = options.value(0, "").split("\\.\\.", -1);
        if (marks.length != 2) {
            throw options.wrong();
        }
        String begin = MarkSet.parse(marks[0]).toString();
        String end = marks[1].isBlank() ? "" : MarkSet.parse(marks[1]).toString();
        int trailing = options.adjustment();
        boolean shared = options.flag("shared");
        String stuffing = parseStuffing(options.option("stuffing", ""));
        options.refuseRest();
        if (trailing < 0 || trailing > MAX_TRAILING || trailing > 0 && end.isEmpty() || shared && !begin.equals(end)) {
            throw options.wrong();
        }
        return new MarksFraming(begin, end, trailing, shared, stuffing);
    }

    @Override
    public FramingKind kind() {
        return KIND;
    }

    @Override
    public MessageScanner newScanner() {
        return new MarksScanner(this);
    }

    private static String parseStuffing(String typed) throws Problem {
        if (typed.isEmpty()) {
            return "";
        }
        ByteStuffing.parse(typed.replace('|', ','));
        String name = typed.toLowerCase(Locale.ROOT);
        return ByteStuffing.NAMES.contains(name) ? name : typed.toUpperCase(Locale.ROOT);
    }

    /** Returns the byte that hides a mark right behind it, or -1 if marks are never hidden. */
    int hidingByte() {
        Matcher hidden = HIDDEN.matcher(stuffing);
        return stuffing.equals(DLE) ? 0x10 : hidden.find() ? Integer.parseInt(hidden.group(2), 16) : -1;
    }

    /**
     * Returns a message with its marks, but with nothing escaped between them. It stays as it came if it is not escaped
     * by the rule, or if the framing has none.
     */
    public static byte[] unescape(Framing framing, byte[] message) {
        MarksFraming marks = escaping(framing);
        return marks == null ? message : marks.unescape(message);
    }

    /** Returns how long each byte of some contents is when it is escaped alone. */
    private int[] lengths(byte[] plain, int from, int to) {
        ByteStuffing rule = STUFFINGS.of(stuffing);
        int[] lengths = new int[to - from];
        for (int i = from; i < to; i++) {
            lengths[i - from] = rule.stuff(new byte[] {plain[i]}).length;
        }
        return lengths;
    }

    /** Returns whether a framing escapes bytes. */
    public static boolean escapes(Framing framing) {
        return escaping(framing) != null;
    }

    private static MarksFraming escaping(Framing framing) {
        Framing split = framing instanceof TimedFraming timed ? timed.framing() : framing;
        return split instanceof MarksFraming marks && !marks.stuffing.isEmpty() ? marks : null;
    }

    /**
     * Returns where each byte of an unescaped message begins in the message as it came, and where its end is there. Of
     * escapes that depend on the bytes around them (COBS) the places are those of the bytes that stayed the same.
     */
    public static int[] places(Framing framing, byte[] message) {
        byte[] plain = unescape(framing, message);
        int[] places = new int[plain.length + 1];
        if (plain == message) {
            Arrays.setAll(places, i -> i);
            return places;
        }
        MarksFraming marks = escaping(framing);
        int from = marks.contentStart(message);
        int to = marks.contentEnd(message, from);
        int[] lengths = marks.lengths(plain, from, plain.length - (message.length - to));
        boolean isEach = Arrays.stream(lengths).sum() == to - from;
        int at = isEach ? from : from + 1;
        for (int i = 0; i < plain.length; i++) {
            boolean isContent = i >= from && i < from + lengths.length;
            places[i] = i < from ? i : isContent ? Math.min(at, to) : message.length - plain.length + i;
            at += isContent ? isEach ? lengths[i - from] : 1 : 0;
        }
        places[plain.length] = message.length;
        return places;
    }

    private byte[] unescape(byte... message) {
        int from = contentStart(message);
        int to = contentEnd(message, from);
        Optional<byte[]> plain = STUFFINGS.of(stuffing).unstuff(Arrays.copyOfRange(message, from, to));
        if (plain.isEmpty()) {
            return message;
        }
        int length = plain.get().length;
        byte[] unescaped = Arrays.copyOf(message, message.length - (to - from) + length);
        System.arraycopy(plain.get(), 0, unescaped, from, length);
        System.arraycopy(message, to, unescaped, from + length, message.length - to);
        return unescaped;
    }

    private static ByteStuffing readStuffing(String stuffing) {
        try {
            return ByteStuffing.parse(stuffing.replace('|', ','));
        } catch (Problem e) {
            throw new IllegalArgumentException(stuffing, e);
        }
    }

    private int contentStart(byte[] message) {
        MarkSet first = MarkSet.of(begin);
        int from = 0;
        int mark = first.match(message, 0, message.length);
        while (mark > 0) {
            from += mark;
            mark = begin.equals(end) ? first.match(message, from, message.length) : 0;
        }
        return from;
    }

    private int contentEnd(byte[] message, int from) {
        MarkSet last = MarkSet.of(end);
        int behind = Math.max(from, message.length - trailing);
        int to = behind;
        for (int at = Math.max(from, behind - Mark.MOST_BYTES); at < behind && to == behind; at++) {
            to = last.match(message, at, behind) == behind - at ? at : behind;
        }
        return to;
    }

    @Override
    public boolean endsWithStream() {
        return end.isEmpty();
    }

    @Override
    public String toString() {
        return KIND.id() + ":" + begin + ".." + end + FramingOptions.printAdjustment(trailing)
                + (shared ? ",shared" : "") + (stuffing.isEmpty() ? "" : ",stuffing=" + stuffing);
    }
}
