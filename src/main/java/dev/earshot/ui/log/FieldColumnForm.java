package dev.earshot.ui.log;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainTextField;
import java.util.List;
import javax.swing.JComponent;

/** Asks for the field of a new column: by its name, or one of those that the selected message has. */
final class FieldColumnForm extends PopoverForm {
    private static final int WIDTH = 300;

    private final PlainTextField name;
    private final transient Taker taker;

    /** Takes a typed name. */
    interface Taker {
        void add(String typed) throws Problem;
    }

    /** @param names of the fields of the selected message */
    FieldColumnForm(Words words, List<String> names, Taker taker) {
        super("fieldColumn", words, WIDTH);
        this.taker = taker;
        explain("ui.column.field.about");
        name = addField("fieldColumnField", "ui.column.field.name", "", "wmin 180");
        if (!names.isEmpty()) {
            PlainComboBox<String> box = addChoice("fieldColumnBox", "ui.column.field.of.row", VisibleText::of, names);
            box.setMaximumRowCount(16);
            box.addActionListener(e -> name.setText((String) box.getSelectedItem()));
            name.setText(names.get(0));
        }
        addButtons("fieldColumn", "ui.fields.add");
    }

    @Override
    protected JComponent first() {
        return name;
    }

    @Override
    protected void apply() throws Problem {
        check(name, () -> taker.add(name.getText()));
    }
}
