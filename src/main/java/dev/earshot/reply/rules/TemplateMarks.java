package dev.earshot.reply.rules;

import dev.earshot.codec.ByteStuffing;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the marked pieces of a template while it is parsed. */
final class TemplateMarks {
    private static final String NAME = "[A-Za-z][A-Za-z0-9_-]{0,30}";

    /** A piece of the template, from one part to another, by their numbers. */
    static final class Piece {
        private final String name;
        private final int firstPosition;
        private int from = -1;
        private int to = -1;
        private ByteStuffing stuffing;

        private Piece(String name, int firstPosition) {
            this.name = name;
            this.firstPosition = firstPosition;
        }

        /** Returns the number of its first part. */
        int from() {
            return from;
        }

        /** Returns the number of the part after its last one. */
        int to() {
            return to;
        }

        /** Returns what keeps marks out of it; null = nothing. */
        ByteStuffing stuffing() {
            return stuffing;
        }

        boolean contains(int part) {
            return part >= from && part < to;
        }

        private boolean isOpen() {
            return from >= 0 && to < 0;
        }
    }

    private final Map<String, Piece> pieces = new LinkedHashMap<>();

    /** Returns the piece of this name, which may begin later. */
    Piece find(String name, int position) {
        return pieces.computeIfAbsent(name, n -> new Piece(n, position));
    }

    /**
     * Begins a piece before the next part.
     *
     * @param written what follows {@code begin:}
     */
    void begin(String written, int part, int position) throws Problem {
        String[] words = written.split(":", 2);
        String name = words[0].strip();
        String option = words.length == 1 ? "" : words[1].strip();
        if (!name.matches(NAME) || words.length == 2 && !option.startsWith("escape=")) {
            throw TemplateParser.problem("problem.template.form", position, "${begin:body} ${begin:frame:escape=slip}");
        }
        Piece piece = find(name, position);
        if (piece.from >= 0) {
            throw TemplateParser.problem("problem.template.mark.twice", position, name);
        }
        piece.from = part;
        if (words.length == 2) {
            if (pieces.values().stream().anyMatch(other -> other.isOpen() && other.stuffing != null)) {
                throw TemplateParser.problem("problem.template.mark.nested", position);
            }
            piece.stuffing = stuffing(option.substring("escape=".length()), position);
        }
    }

    private static ByteStuffing stuffing(String name, int position) throws Problem {
        try {
            return ByteStuffing.parse(name);
        } catch (Problem e) {
            throw TemplateParser.problem(
                    "problem.template.escape",
                    position,
                    VisibleText.brief(name),
                    String.join(", ", ByteStuffing.NAMES));
        }
    }

    /** Ends a piece before the next part. An empty name is that of the piece that was begun last. */
    void end(String name, int part, int position) throws Problem {
        Piece open = null;
        for (Piece piece : pieces.values()) {
            if (piece.isOpen() && (name.equals(piece.name) || name.isEmpty() && isLater(piece, open))) {
                open = piece;
            }
        }
        if (open == null) {
            throw TemplateParser.problem("problem.template.mark.end", position, name);
        }
        open.to = part;
    }

    private static boolean isLater(Piece piece, Piece than) {
        return than == null || piece.from >= than.from;
    }

    /** Ends the pieces that are open at the end of the template. Returns those that are to be stuffed, in order. */
    List<Piece> finish(int parts) throws Problem {
        List<Piece> stuffed = new ArrayList<>();
        for (Piece piece : pieces.values()) {
            if (piece.from < 0) {
                throw TemplateParser.problem("problem.template.mark.missing", piece.firstPosition, piece.name);
            }
            piece.to = piece.to < 0 ? parts : piece.to;
            if (piece.stuffing != null) {
                stuffed.add(piece);
            }
        }
        stuffed.sort((a, b) -> Integer.compare(a.from, b.from));
        return stuffed;
    }
}
