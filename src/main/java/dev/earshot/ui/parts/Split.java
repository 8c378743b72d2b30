package dev.earshot.ui.parts;

import com.formdev.flatlaf.ui.FlatSplitPaneUI;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Graphics;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JSplitPane;
import javax.swing.plaf.basic.BasicSplitPaneDivider;

/** A split pane whose divider looks like a hairline but is wide enough to be dragged. */
public final class Split extends JSplitPane {
    private final transient Consumer<Graphics> paintDivider;

    /** @param paintDivider draws the divider in the style of a neighbour, with the hairline */
    public Split(int orientation, JComponent first, JComponent second, Consumer<Graphics> paintDivider) {
        super(orientation, true, first, second);
        this.paintDivider = paintDivider;
        setBorder(BorderFactory.createEmptyBorder());
        updateUI();
    }

    @Override
    public void updateUI() {
        if (paintDivider == null) {
            super.updateUI();
            return;
        }
        setUI(new FlatSplitPaneUI() {
            @Override
            public BasicSplitPaneDivider createDefaultDivider() {
                return new PaintedDivider(this);
            }
        });
        int size = getDividerSize();
        setBorder(BorderFactory.createEmptyBorder());
        setDividerSize(size == 0 ? 0 : UIScale.scale(5));
    }

    /** A divider that the function of the split pane paints. */
    private final class PaintedDivider extends BasicSplitPaneDivider {
        PaintedDivider(FlatSplitPaneUI ui) {
            super(ui);
        }

        @Override
        public void paint(Graphics g) {
            paintDivider.accept(g);
        }
    }
}
