package dev.earshot.ui.log;

import dev.earshot.ui.plain.PlainComboBox;
import net.miginfocom.swing.MigLayout;

/**
 * Keeps a box of a bar as wide as its choice needs, if the bar has the room. Confined to the EDT.
 *
 * @param least the width below which the box never shrinks, in pixels before scaling
 * @param usual the width for short choices
 * @param most the width for long ones
 */
record ChoiceWidth(int least, int usual, int most) {

    /** Keeps the width of a box in a {@link MigLayout} up to date. */
    void follow(PlainComboBox<?> box, MigLayout layout, String constraints) {
        box.addItemListener(e -> set(box, layout, constraints));
        box.addPropertyChangeListener("font", e -> set(box, layout, constraints));
        set(box, layout, constraints);
    }

    private <T> void set(PlainComboBox<T> box, MigLayout layout, String constraints) {
        String width = "w " + least + ":min(" + most + ",max(" + usual + "," + ofChoice(box) + "px)):" + most + ", ";
        layout.setComponentConstraints(box, width + constraints);
        box.revalidate();
    }

    /** Returns the width that shows the whole choice, in pixels. */
    private static <T> int ofChoice(PlainComboBox<T> box) {
        T before = box.getPrototypeDisplayValue();
        box.setPrototypeDisplayValue(box.getItemAt(box.getSelectedIndex()));
        int width = box.getPreferredSize().width;
        box.setPrototypeDisplayValue(before);
        return width;
    }
}
