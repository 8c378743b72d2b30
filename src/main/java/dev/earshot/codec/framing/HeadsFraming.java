package dev.earshot.codec.framing;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.codec.WholeNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The framing in which the first bytes of a message choose one of several framings for it. The first alternative that
 * fits counts. Bytes that fit none are no message, until the next head.
 *
 * @param alternatives from 1 to {@link #MOST_ALTERNATIVES}
 * @param waitMillis the silence after which the next byte begins a message, whatever is open; {@link #NEVER} for none.
 *     So messages without any head, as those of Modbus RTU, are found again after noise
 */
public record HeadsFraming(List<Alternative> alternatives, int waitMillis) implements ScannedFraming {
    private static final String FORM =
            "heads:HEAD=FRAMING[,checksum=NAME];...[;+HEAD=FRAMING][;*=FRAMING][;silence=MILLISECONDS]";

    public static final FramingKind KIND = new FramingKind(
            "heads",
            FORM,
            new HeadsFraming(List.of(new Alternative("68", new LengthFieldFraming(1, 1, false, 0), null)), NEVER),
            HeadsFraming::parse);

    /** The most alternatives. */
    public static final int MOST_ALTERNATIVES = 32;

    private static final String ANY = "*";
    private static final String BEHIND = "+";
    private static final String SILENCE = "silence";
    private static final String CHECKSUM = "checksum";
    private static final Pattern CHECKED = Pattern.compile("(?i)(.*?)\\s*,\\s*" + CHECKSUM + "\\s*=([^,]*)(.*)");

    /**
     * One form of messages.
     *
     * @param head with which such a message begins, as in {@link DelimiterFraming}; with {@code +} before it, only
     *     right behind a whole message; {@code *} for all other messages
     * @param framing of the whole message, its head included: any kind but heads, lines, received and silence
     * @param checksum without which it is no message; null if none is looked at. In a length field with blocks, one
     *     stands behind the bytes before the first block, and one behind each block
     */
    public record Alternative(String head, Framing framing, FrameChecksum checksum) {
        private MessageScanner newScanner() {
            if (checksum == null) {
                return ((ScannedFraming) framing).newScanner();
            }
            return hasBlocks(framing)
                    ? CheckedBlocks.of((LengthFieldFraming) framing, checksum)
                    : new CheckedScanner(((ScannedFraming) framing).newScanner(), checksum);
        }

        private HeadsScanner.Alternative scanned() {
            return new HeadsScanner.Alternative(
                    head.equals(ANY) ? null : MarkSet.of(head.replace(BEHIND, "")),
                    head.startsWith(BEHIND),
                    newScanner(),
                    checksum != null || ((ScannedFraming) framing).givesBrokenAtOnce(),
                    checksum != null);
        }

        @Override
        public String toString() {
            return head + "=" + framing + (checksum == null ? "" : "," + CHECKSUM + "=" + checksum);
        }
    }

    /** Makes a framing; its alternatives are copied. */
    public HeadsFraming {
        alternatives = List.copyOf(alternatives);
    }

    private static HeadsFraming parse(String parameters) throws Problem {
        List<Alternative> alternatives = new ArrayList<>();
        int waitMillis = NEVER;
        for (String part : parameters.split(";")) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw new Problem("problem.framing.form", -1, VisibleText.brief(parameters), FORM);
            }
            String head = part.substring(0, equals).strip();
            if (head.equalsIgnoreCase(SILENCE)) {
                waitMillis = WholeNumber.parse(part.substring(equals + 1), 1, SilenceFraming.MAX_MILLIS);
                continue;
            }
            alternatives.add(parseAlternative(head, part.substring(equals + 1)));
        }
        if (alternatives.isEmpty() || alternatives.size() > MOST_ALTERNATIVES) {
            throw new Problem("problem.framing.marks", -1, Integer.toString(MOST_ALTERNATIVES));
        }
        return new HeadsFraming(alternatives, waitMillis);
    }

    private static Alternative parseAlternative(String head, String typed) throws Problem {
        Matcher checked = CHECKED.matcher(typed);
        boolean isChecked = checked.matches();
        Framing framing = Framing.parse(isChecked ? checked.group(1) + checked.group(3) : typed);
        if (!(framing instanceof ScannedFraming) || framing instanceof HeadsFraming) {
            throw new Problem("problem.framing.head", -1, VisibleText.brief(framing.toString()));
        }
        FrameChecksum checksum = isChecked ? FrameChecksum.parse(checked.group(2)) : null;
        if (isChecked && hasBlocks(framing) && CheckedBlocks.of((LengthFieldFraming) framing, checksum) == null) {
            throw new Problem("problem.framing.form", -1, VisibleText.brief(typed), FORM);
        }
        return new Alternative(parseHead(head), framing, checksum);
    }

    private static boolean hasBlocks(Framing framing) {
        return framing instanceof LengthFieldFraming field && field.blocks().size() > 0;
    }

    private static String parseHead(String typed) throws Problem {
        if (typed.equals(ANY)) {
            return ANY;
        }
        String behind = typed.startsWith(BEHIND) ? BEHIND : "";
        return behind + MarkSet.parse(typed.substring(behind.length()));
    }

    @Override
    public boolean beginsAnewAfterSilence() {
        return waitMillis != NEVER;
    }

    @Override
    public FramingKind kind() {
        return KIND;
    }

    @Override
    public MessageScanner newScanner() {
        return new HeadsScanner(alternatives.stream().map(Alternative::scanned).toList());
    }

    @Override
    public String toString() {
        return KIND.id() + ":"
                + alternatives.stream().map(Alternative::toString).collect(Collectors.joining(";"))
                + (beginsAnewAfterSilence() ? ";" + SILENCE + "=" + waitMillis : "");
    }
}
