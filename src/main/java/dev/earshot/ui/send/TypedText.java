package dev.earshot.ui.send;

import java.util.Hashtable;
import java.util.Map;
import java.util.function.IntConsumer;
import javax.swing.JTextArea;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.Element;
import javax.swing.text.PlainDocument;

/**
 * The text in the send box, of at most {@link #MOST} characters. It wraps its lines unless they are longer than people
 * type. The time in which Swing wraps a line grows with the square of its length, and with an emoji in the text it can
 * take minutes. A pasted file must not block the window.
 */
final class TypedText extends PlainDocument {
    /** The most characters in a line that is wrapped. */
    static final int LONG = 10_000;

    /** The most characters of the text. Swing needs many times their size, and a whole file is sent as a file. */
    static final int MOST = 1 << 20;

    /** The property of Swing for text that may run from right to left. A single emoji turns it on for good. */
    static final String BIDI = "i18n";

    private final JTextArea area;
    private IntConsumer refused = length -> {};
    private boolean everLong;

    TypedText(JTextArea area) {
        this.area = area;
        setDocumentProperties(new Hashtable<>(Map.of(BIDI, false)) {
            @Override
            public Object put(Object key, Object value) {
                return everLong && BIDI.equals(key) ? null : super.put(key, value);
            }
        });
    }

    /** Sets the listener to refused changes; it gets the number of characters that the text would have had. */
    void onRefused(IntConsumer listener) {
        refused = listener;
    }

    @Override
    public void replace(int offset, int length, String text, AttributeSet attributes) throws BadLocationException {
        if (!isRefused(text, length)) {
            super.replace(offset, length, text, attributes);
        }
    }

    private boolean isRefused(String text, int replaced) {
        int length = getLength() - replaced + (text == null ? 0 : text.length());
        if (length > MOST && length > getLength()) {
            refused.accept(length);
            return true;
        }
        return false;
    }

    @Override
    public void insertString(int offset, String text, AttributeSet attributes) throws BadLocationException {
        if (isRefused(text, 0)) {
            return;
        }
        Element line = getParagraphElement(offset);
        int before = line.getEndOffset() - line.getStartOffset();
        if (text != null && before + text.length() > LONG) {
            putProperty(BIDI, false);
            everLong = true;
            area.setLineWrap(false); // now, for the views lay out what is inserted at once
        }
        super.insertString(offset, text, attributes);
        wrap();
    }

    @Override
    public void remove(int offset, int length) throws BadLocationException {
        super.remove(offset, length);
        wrap();
    }

    /** Runs a task that may restore a long line without {@link #insertString}, as undo does. */
    void unwrapped(Runnable task) {
        area.setLineWrap(false);
        task.run();
        wrap();
    }

    private void wrap() {
        boolean wanted = !hasLongLine();
        if (area.getLineWrap() != wanted) {
            area.setLineWrap(wanted);
        }
    }

    private boolean hasLongLine() {
        Element lines = getDefaultRootElement();
        for (int i = 0; getLength() >= LONG && i < lines.getElementCount(); i++) {
            Element line = lines.getElement(i);
            if (line.getEndOffset() - line.getStartOffset() > LONG) {
                return true;
            }
        }
        return false;
    }
}
