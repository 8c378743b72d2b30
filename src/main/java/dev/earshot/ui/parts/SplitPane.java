package dev.earshot.ui.parts;

import com.formdev.flatlaf.ui.FlatSplitPaneUI;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Graphics;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.JSplitPane;
import javax.swing.KeyStroke;
import javax.swing.plaf.basic.BasicSplitPaneDivider;

/** A split pane whose divider looks like a hairline but is wide enough to be dragged. */
public final class SplitPane extends JSplitPane {
    private static final Set<Object> TAKEN_AWAY =
            Set.of("toggleFocus", "focusOutForward", "focusOutBackward", "startResize");

    private final transient Consumer<Graphics> paintDivider;
    private final Face face = new Face();
    private transient Runnable dragged = () -> {};

    /** @param paintDivider draws the divider in the style of a neighbour, with the hairline */
    public SplitPane(int orientation, JComponent first, JComponent second, Consumer<Graphics> paintDivider) {
        super(orientation, true, first, second);
        this.paintDivider = paintDivider;
        setBorder(BorderFactory.createEmptyBorder());
        updateUI();
    }

    /** Sets an action that is run after a person has dragged the divider. */
    public void whenDragged(Runnable action) {
        dragged = action;
    }

    /**
     * Paints the divider again. A repaint of this pane would do more: Swing would paint, with the divider, the
     * rectangle around all that is to be painted anyway on its two sides, which is nearly the whole window.
     */
    public void repaintDivider() {
        face.repaint();
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
        leaveKeysToTheWindow();
        int size = getDividerSize();
        setBorder(BorderFactory.createEmptyBorder());
        setDividerSize(size == 0 ? 0 : UIScale.scale(5));
    }

    /** Takes away F6, F8 and Ctrl+Tab, which belong to the window: a split pane would take them first. */
    private void leaveKeysToTheWindow() {
        InputMap keys = getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
        for (KeyStroke key : keys.allKeys()) {
            if (TAKEN_AWAY.contains(keys.get(key))) {
                keys.put(key, "none");
            }
        }
    }

    /** Covers the divider. It has no listeners, so that the divider gets the mouse. */
    private final class Face extends JComponent {
        Face() {
            setOpaque(true);
        }

        @Override
        protected void paintComponent(Graphics g) {
            paintDivider.accept(g);
        }
    }

    /** A divider that the function of the split pane paints. */
    private final class PaintedDivider extends BasicSplitPaneDivider {
        PaintedDivider(FlatSplitPaneUI ui) {
            super(ui);
            add(face);
        }

        @Override
        public void doLayout() {
            super.doLayout();
            face.setBounds(0, 0, getWidth(), getHeight());
        }

        @Override
        protected void finishDraggingTo(int location) {
            super.finishDraggingTo(location);
            validate();
            dragged.run();
        }
    }
}
