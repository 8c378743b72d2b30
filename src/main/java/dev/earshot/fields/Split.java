package dev.earshot.fields;

import dev.earshot.codec.TextDecoder;
import java.util.List;
import java.util.Map;

/**
 * Divides the bytes of a group among its parts by a delimiter: the first part takes what stands before the first
 * delimiter, and so on. Pieces without a part become texts.
 *
 * @param delimiter what stands between two pieces
 * @param naming what the pieces without a part are called
 * @param pair what stands between the name and the value of a piece; null but for {@link Naming#PAIRS}
 * @param tags the parts of pieces by their names, for {@link Naming#PAIRS}
 */
record Split(Delimiter delimiter, Naming naming, Delimiter pair, Map<String, FieldItem> tags) {

    /** How a piece without a part of its own gets a name. */
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
            if (first == null) {
                first = text(cursor, at, end);
            }
            readPiece(cursor, at, end, i, first, parts);
            if (found < 0) {
                break;
            }
            at = end + delimiter.length();
        }
        cursor.moveTo(to);
    }

    private void readPiece(LayoutCursor cursor, int at, int end, int i, String first, List<LayoutItem> parts) {
        if (naming == Naming.PAIRS) {
            readPair(cursor, at, end, i);
        } else if (i < parts.size()) {
            readInside(cursor, at, end, parts.get(i));
        } else {
            String name = naming == Naming.FIRST ? first + "-" + i : Integer.toString(i + 1);
            PieceText.add(cursor, name, at, end);
        }
    }

    private void readPair(LayoutCursor cursor, int at, int end, int i) {
        int between = pair.find(cursor.bytes(), at, end);
        if (between < 0) {
            if (end > at) {
                PieceText.add(cursor, Integer.toString(i + 1), at, end);
            }
            return;
        }
        String key = text(cursor, at, between).strip();
        int value = between + pair.length();
        FieldItem item = tags.get(key);
        if (item == null) {
            PieceText.add(cursor, key, value, end);
        } else {
            readInside(cursor, value, end, item);
        }
    }

    private static void readInside(LayoutCursor cursor, int from, int to, LayoutItem item) {
        int[] around = cursor.enter(from, to);
        item.read(cursor);
        cursor.restore(around);
    }

    private static String text(LayoutCursor cursor, int from, int to) {
        return TextDecoder.decode(cursor.message().encoding(), cursor.bytes(), from, to - from);
    }
}
