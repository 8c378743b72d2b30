package dev.earshot.ui.log.detail;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.view.HexDumpPlaces;
import dev.earshot.session.view.HexDumpText;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import java.awt.Insets;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultHighlighter.DefaultHighlightPainter;
import javax.swing.text.Document;

/** The hex dump of a message, in which parts of the message are marked and chosen. Confined to the EDT. */
final class HexArea extends DetailArea {
    /** The fewest bytes in a line. */
    private static final int LEAST_COLUMNS = 4;

    private static final DefaultHighlightPainter PART = new DefaultHighlightPainter(new TokenColor(Token.SELECTION));

    private final transient List<Object> marks = new ArrayList<>();
    private transient HexDumpPlaces places = new HexDumpPlaces(16, 0);
    private transient PartListener listener = (from, to) -> {};
    private boolean changing;

    /** Is told when a person puts the caret on bytes, or selects some. */
    interface PartListener {
        /**
         * @param from index of the first byte in the message
         * @param to index behind the last one
         */
        void chosen(int from, int to);
    }

    HexArea(String label) {
        super("detailHex", label);
        addCaretListener(e -> {
            int[] part = marked();
            if (!changing && part != null) {
                listener.chosen(part[0], part[1]);
            }
        });
    }

    void onChosen(PartListener taker) {
        listener = taker;
    }

    /** Shows a dump, whose places these are. */
    void show(Document dump, HexDumpPlaces bytes, int... hits) {
        changing = true;
        mark(-1, -1, false);
        places = bytes;
        show(dump, hits);
        changing = false;
    }

    /**
     * Returns how many bytes a line may have, at most {@code wanted}, so that it is no wider than {@code most} pixels.
     */
    int columns(int wanted, int most) {
        int columns = wanted;
        while (columns > LEAST_COLUMNS && width(columns) > most) {
            columns /= 2;
        }
        return columns;
    }

    /** Returns the width that a dump with this number of bytes in a line needs, in pixels. */
    int width(int columns) {
        Insets margin = getMargin();
        int character = getFontMetrics(getFont()).charWidth('0');
        return character * HexDumpText.width(columns) + margin.left + margin.right + UIScale.scale(12);
    }

    /** Marks a part of the message in place of the one before; none if {@code from} is negative. */
    void mark(int from, int to, boolean scroll) {
        marks.forEach(getHighlighter()::removeHighlight);
        marks.clear();
        int[] shown = from < 0 || from >= to ? new int[0] : places.of(from, to);
        try {
            for (int i = 0; i < shown.length; i += 2) {
                marks.add(getHighlighter().addHighlight(shown[i], shown[i + 1], PART));
            }
            if (scroll && shown.length > 0) {
                Rectangle last = modelToView2D(shown[shown.length - 3]).getBounds();
                scrollRectToVisible(modelToView2D(shown[0]).getBounds().union(last));
                scrollRectToVisible(modelToView2D(shown[0]).getBounds());
            }
        } catch (BadLocationException e) {
            throw new AssertionError("Parts are within the bytes of the dump", e);
        }
    }

    /** Returns the bytes that are selected, else the one at the caret: a beginning and an end; null without bytes. */
    int[] marked() {
        int from = getSelectionStart();
        int to = getSelectionEnd();
        if (places.length() == 0) {
            return null;
        }
        int first = places.byteAt(from);
        return new int[] {first, 1 + (to > from ? Math.max(first, places.byteAt(to - 1)) : first)};
    }
}
