package dev.earshot.codec.framing;

import dev.earshot.codec.Checksum;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A checksum that each message of a framing must have, or it is broken. It stands right behind the bytes that it
 * covers. Immutable.
 *
 * @param checksum how it is computed
 * @param little whether its least significant byte goes first
 * @param from where the bytes begin that it covers, in bytes from the beginning of the message
 * @param behind bytes from the beginning of the checksum to the end of the message
 */
public record FrameChecksum(Checksum checksum, boolean little, int from, int behind) {
    private static final int MOST = 255;
    private static final Pattern OVER = Pattern.compile("over=(\\d{1,3})\\.\\.-(\\d{1,3})");

    /**
     * Reads a checksum that is typed as {@code NAME[:le|:be][:over=FROM..-BEHIND]}, as templates and layouts of fields
     * have them. Without {@code over} it covers all bytes before it, and ends the message.
     */
    static FrameChecksum parse(String typed) throws Problem {
        String[] words = typed.strip().split(":", -1);
        Checksum checksum = Checksum.named(words[0])
                .orElseThrow(() -> new Problem(
                        "problem.framing.checksum", -1, VisibleText.brief(words[0]), Checksum.suggestions(words[0])));
        boolean little = checksum.usuallyLittle();
        int from = 0;
        int behind = checksum.size();
        for (int i = 1; i < words.length; i++) {
            String word = words[i].strip();
            Matcher over = OVER.matcher(word);
            if (over.matches()) {
                from = Integer.parseInt(over.group(1));
                behind = Integer.parseInt(over.group(2));
            } else if (word.equals("le") || word.equals("be")) {
                little = word.equals("le");
            } else {
                throw wrong(typed);
            }
        }
        if (from > MOST || behind > MOST || behind < checksum.size()) {
            throw wrong(typed);
        }
        return new FrameChecksum(checksum, little, from, behind);
    }

    private static Problem wrong(String typed) {
        return new Problem(
                "problem.framing.form", -1, VisibleText.brief(typed), "checksum=NAME[:le|:be][:over=FROM..-BEHIND]");
    }

    /** Returns whether it covers all that stands before it, and ends the message. */
    boolean coversAll() {
        return from == 0 && behind == checksum.size();
    }

    /** Returns whether a message that is all the bytes from one place to another has its right checksum. */
    boolean isRight(byte[] bytes, int start, int end) {
        int at = end - behind;
        int covered = at - start - from;
        if (covered < 0) {
            return false;
        }
        byte[] right = checksum.bytes(checksum.of(bytes, start + from, covered), little);
        for (int i = 0; i < right.length; i++) {
            if (bytes[at + i] != right[i]) {
                return false;
            }
        }
        return true;
    }

    /** Prints it as {@link #parse} reads it. */
    @Override
    public String toString() {
        String order = little == checksum.usuallyLittle() ? "" : little ? ":le" : ":be";
        String name = checksum.label().replace(';', ' '); // a semicolon ends the alternative
        return name + order + (coversAll() ? "" : ":over=" + from + "..-" + behind);
    }
}
