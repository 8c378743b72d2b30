package dev.earshot.fields;

import dev.earshot.codec.TextDecoder;
import java.util.List;

/**
 * Splits the bytes of a group at a delimiter; each piece is read by the part of its position or name. Pieces without a
 * part become texts.
 *
 * @param delimiter what stands between two pieces
 * @param naming what the pieces without a part are called
 * @param firstNumber the number of the first piece
 * @param pair what stands between the name and the value of a piece; null but for {@link Naming#PAIRS}
 * @param tags the parts of pieces by their names, for {@link Naming#PAIRS}
 */
record Split(Delimiter delimiter, Naming naming, int firstNumber, Delimiter pair, TagTable tags) {

    /** The way in which a piece without a part of its own gets a name. */
    enum Naming {
        /** By its number, counted from 1. */
        NUMBER,
        /** By the first piece, a dash, and its number counted from 0: PID-3 (HL7 version 2). */
        FIRST,
        /** Each piece contains its name: 35=D (FIX). */
        PAIRS
    }

    void read(LayoutCursor cursor, int from, int to, List<LayoutItem> parts) {
        String first = null;
        int at = from;
        for (int i = 0; at <= to && !cursor.hasEnded(); i++) {
            int found = at < to ? delimiter.find(cursor.bytes(), at, to) : -1;
            int end = found < 0 ? to : found;
            if (naming == Naming.FIRST && first == null) {
                first = text(cursor, at, end);
            }
            readPiece(cursor, at, end, i, first, parts);
            if (found < 0) {
                break;
            }
            at = end + delimiter.lengthAt(cursor.bytes(), end, to);
        }
        cursor.moveTo(to);
    }

    private void readPiece(LayoutCursor cursor, int at, int end, int i, String first, List<LayoutItem> parts) {
        if (naming == Naming.PAIRS) {
            readPair(cursor, at, end, i);
        } else if (i < parts.size()) {
            readInside(cursor, at, end, parts.get(i));
        } else {
            String number = Integer.toString(i + firstNumber);
            PieceText.add(cursor, naming == Naming.FIRST ? first + "-" + number : number, at, end);
        }
    }

    private void readPair(LayoutCursor cursor, int at, int end, int i) {
        int between = pair.find(cursor.bytes(), at, end);
        if (between < 0) {
            if (end > at) {
                PieceText.add(cursor, Integer.toString(i + firstNumber), at, end);
            }
            return;
        }
        int from = at;
        int to = between;
        while (from < to && isBlank(cursor.bytes()[from])) {
            from++;
        }
        while (to > from && isBlank(cursor.bytes()[to - 1])) {
            to--;
        }
        int value = between + pair.lengthAt(cursor.bytes(), between, end);
        FieldItem item = tags.find(cursor.bytes(), from, to);
        String key = item == null ? text(cursor, from, to) : "";
        item = item == null ? tags.find(key) : item;
        if (item == null) {
            PieceText.add(cursor, key.isEmpty() ? Integer.toString(i + firstNumber) : key, value, end);
        } else {
            readInside(cursor, value, end, item);
        }
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    }

    private static void readInside(LayoutCursor cursor, int from, int to, LayoutItem item) {
        int[] around = cursor.enter(from, to);
        item.read(cursor);
        cursor.restore(around);
    }

    private static String text(LayoutCursor cursor, int from, int to) {
        int end = Math.min(to, from + FieldReading.MOST_NAME_BYTES);
        return TextDecoder.decode(cursor.message().encoding(), cursor.bytes(), from, end - from);
    }
}
