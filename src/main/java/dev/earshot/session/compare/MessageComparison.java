package dev.earshot.session.compare;

import dev.earshot.journal.TaskProgress;
import dev.earshot.session.view.DecodedRow;
import dev.earshot.session.view.FieldNode;
import dev.earshot.session.view.MessageDetail;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.words.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Two messages in all forms in which they can be compared. Immutable; any thread.
 *
 * @param parts the forms; that of the fields only where at least one message has any
 * @param isLegible whether both messages are legible as text
 */
public record MessageComparison(Map<Form, ComparedPart> parts, boolean isLegible) {
    private static final int[] NO_HITS = {};

    /** A form in which messages are compared. */
    public enum Form {
        TEXT,
        HEX,
        FIELDS
    }

    public MessageComparison {
        parts = Map.copyOf(parts);
    }

    /** The alignment of the bytes of two messages. */
    public enum Alignment {
        /** By offset where both are equally long, else by content. */
        AUTOMATIC,
        /** Each byte with that at the same offset. */
        OFFSET,
        /** Equal bytes stand side by side, whatever their offsets. */
        CONTENT
    }

    /**
     * Compares two messages; long ones of different content take some seconds, so not on the EDT.
     *
     * @param progress may cancel
     * @throws TaskProgress.CancelledException if it was cancelled
     */
    public static MessageComparison of(
            ComparedMessage left, ComparedMessage right, Alignment alignment, Words words, TaskProgress progress)
            throws TaskProgress.CancelledException {
        Map<Form, ComparedPart> parts = new EnumMap<>(Form.class);
        MessageDetail onLeft = detail(left, words);
        MessageDetail onRight = detail(right, words);
        parts.put(Form.TEXT, texts(onLeft.text(), onRight.text(), progress));
        byte[] leftBytes = left.row().bytes();
        byte[] rightBytes = right.row().bytes();
        boolean byOffset = alignment == Alignment.OFFSET
                || alignment == Alignment.AUTOMATIC && leftBytes.length == rightBytes.length;
        parts.put(Form.HEX, HexPart.of(leftBytes, rightBytes, byOffset, progress));
        if (!onLeft.fields().isEmpty() || !onRight.fields().isEmpty()) {
            parts.put(Form.FIELDS, fields(onLeft.fields(), onRight.fields(), words, progress));
        }
        return new MessageComparison(parts, isLegible(left) && isLegible(right));
    }

    private static MessageDetail detail(ComparedMessage message, Words words) {
        DecodedRow decoded = new DecodedRow(message.row(), message.lens());
        return MessageViews.DETAIL.choose(decoded).detail(decoded, NO_HITS, words);
    }

    /** Whether the log would show the message as text, rather than as hex digits. */
    private static boolean isLegible(ComparedMessage message) {
        DecodedRow decoded = new DecodedRow(message.row(), message.lens());
        return MessageViews.AUTOMATIC.choose(decoded) == MessageViews.WITHOUT_HEX.choose(decoded);
    }

    /** Compares texts line by line, and lines that have changed word by word. */
    static ComparedPart texts(String left, String right, TaskProgress progress) throws TaskProgress.CancelledException {
        List<String> leftLines = List.of(left.split("\n", -1));
        List<String> rightLines = List.of(right.split("\n", -1));
        PairedTexts.Keys whole = (line, isLeft) -> (isLeft ? leftLines : rightLines).get(line);
        return new PairedTexts.Builder((long) left.length() + right.length(), progress)
                .build(leftLines, rightLines, whole, true);
    }

    /** Compares fields by their names, and the values of those with the same name. */
    static ComparedPart fields(List<FieldNode> left, List<FieldNode> right, Words words, TaskProgress progress)
            throws TaskProgress.CancelledException {
        FieldLines onLeft = new FieldLines(words);
        FieldLines onRight = new FieldLines(words);
        onLeft.add(left, 0);
        onRight.add(right, 0);
        PairedTexts.Keys names = (line, isLeft) -> (isLeft ? onLeft : onRight).names.get(line);
        return new PairedTexts.Builder((long) onLeft.length + onRight.length, progress)
                .build(onLeft.lines, onRight.lines, names, false);
    }

    /** The fields of a message as lines, with parts below what they belong to. */
    private static final class FieldLines {
        private final Words words;
        private final List<String> lines = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private int length;

        FieldLines(Words words) {
            this.words = words;
        }

        void add(List<FieldNode> fields, int depth) {
            for (FieldNode field : fields) {
                String name = "  ".repeat(depth) + field.name();
                String value = field.wrong() ? words.of("compare.wrong", field.value()) : field.value();
                String line = value.isEmpty() ? name : name + ": " + value;
                names.add(name);
                lines.add(line);
                length += line.length();
                add(field.parts(), depth + 1);
            }
        }
    }
}
