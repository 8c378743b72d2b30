package dev.earshot.ui.connect;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.EventQueue;
import java.util.List;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;

/**
 * Fits the connect bar into its width: the labels of the fields go first, then the state moves below the fields, so
 * that neither it nor the button is ever cut.
 *
 * @param bar with the row and the state
 * @param row with the fields, their labels and the button
 */
record ConnectBarFit(JComponent bar, JComponent row, List<PlainLabel> labels, JComponent state) {
    /** The constraints of the state beside the row. */
    static final String BESIDE = "wmin 0";

    private static final String BELOW = "newline 2, span, growx, wmin 0";

    /** The least width of the state beside the fields, in unscaled pixels; else the labels go. */
    private static final int ROOM_FOR_STATE = 230;

    private static final int MARGINS = 12 + 16 + 12;

    /** Called before the layout of the bar. */
    void apply() {
        int margins = UIScale.scale(MARGINS);
        int fullWidth = row.getPreferredSize().width;
        int labelWidth = labels.stream()
                .mapToInt(label -> label.getPreferredSize().width + UIScale.scale(4))
                .sum();
        boolean wasWide = labels.stream().anyMatch(PlainLabel::isVisible);
        int fieldWidth = wasWide ? fullWidth - labelWidth : fullWidth;
        boolean wide = fieldWidth + labelWidth + margins + UIScale.scale(ROOM_FOR_STATE) <= bar.getWidth();
        labels.forEach(label -> label.setVisible(wide));
        int room = bar.getWidth() - margins - (wide ? fieldWidth + labelWidth : fieldWidth);
        MigLayout layout = (MigLayout) bar.getLayout();
        if (wide != wasWide) {
            layout.invalidateLayout(bar); // it remembers how wide the row was
        }
        String place = state.getPreferredSize().width > room ? BELOW : BESIDE;
        if (!place.equals(layout.getComponentConstraints(state))) {
            layout.setComponentConstraints(state, place);
            EventQueue.invokeLater(bar::revalidate);
        }
    }
}
