package dev.earshot.ui.parts;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.Dimension;

/**
 * A label for a figure that changes often. A new text is only painted: the label takes room in steps, and is laid out
 * again only when its text needs another step.
 */
public class FigureLabel extends PlainLabel {
    /** The steps of the width, in unscaled pixels. */
    private static final int STEP = 12;

    private boolean changing;
    private int room;

    @Override
    public void setText(String text) {
        if (text != null && text.equals(getText())) {
            return;
        }
        changing = true;
        try {
            super.setText(text);
        } finally {
            changing = false;
        }
        if (steps(super.getPreferredSize().width) != room) {
            revalidate();
        }
    }

    /** Does nothing while the text changes: that it fits is checked afterwards. */
    @Override
    public void revalidate() {
        if (!changing) {
            super.revalidate();
        }
    }

    @Override
    public Dimension getPreferredSize() {
        Dimension size = super.getPreferredSize();
        room = steps(size.width);
        size.width = room;
        return size;
    }

    private static int steps(int width) {
        int step = UIScale.scale(STEP);
        return (width + step - 1) / step * step;
    }
}
