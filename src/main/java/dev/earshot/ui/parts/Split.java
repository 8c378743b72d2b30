package dev.earshot.ui.parts;

import com.formdev.flatlaf.ui.FlatSplitPaneUI;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Graphics;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JSplitPane;
import javax.swing.plaf.basic.BasicSplitPaneDivider;

/** Two parts with a divider that looks like a hairline and is wide enough to be grabbed. */
public final class Split extends JSplitPane {
    private final transient Consumer<Graphics> paintDivider;

    /** @param paintDivider draws the divider as if it belonged to one of its neighbours, with the hairline */
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
                return new Thin(this);
            }
        });
        int size = getDividerSize();
        setBorder(BorderFactory.createEmptyBorder());
        setDividerSize(size == 0 ? 0 : UIScale.scale(5));
    }

    /** Paints what the split is told to. */
    private final class Thin extends BasicSplitPaneDivider {
        Thin(FlatSplitPaneUI ui) {
            super(ui);
        }

        @Override
        public void paint(Graphics g) {
            paintDivider.accept(g);
        }
    }
}
