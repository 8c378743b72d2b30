package dev.earshot.ui.log;

import dev.earshot.codec.Problem;
import dev.earshot.session.export.ExportFormat;
import dev.earshot.session.export.TextColumn;
import dev.earshot.session.view.FieldColumn;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.plain.PlainCheckBox;
import dev.earshot.ui.plain.PlainComboBox;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A form over the window that asks which rows are saved, and in which form. */
final class ExportForm extends PopoverForm {
    /** The place of the box for fields, whose text may be long. */
    static final String FIELDS_BOX = "span, wmax 420, hidemode 3";

    private final transient RowExports exports;
    private final transient List<FieldColumn> fields;
    private final PlainComboBox<RowChoice.What> what;
    private final PlainComboBox<String> client;
    private final PlainComboBox<ExportFormat> format;
    private final JPanel columnPanel = new JPanel(new MigLayout("insets 0, gap 10"));
    private final PlainCheckBox fieldsBox;
    private final Map<TextColumn, PlainCheckBox> columns = new EnumMap<>(TextColumn.class);

    /**
     * @param choices the rows that there are, the proposed ones first, each with its words
     * @param clients the addresses of the clients that can be chosen
     * @param fields the columns of fields that can be saved too
     */
    ExportForm(
            Words words,
            RowExports exports,
            Map<RowChoice.What, String> choices,
            List<String> clients,
            List<FieldColumn> fields) {
        super("export", words);
        this.exports = exports;
        this.fields = fields;
        explain("ui.export.about");
        what = addChoice("exportRowsBox", "ui.export.rows", choices::get, choices.keySet());
        client = addChoice(
                "exportClientBox",
                "ui.export.client",
                address -> address.isEmpty() ? words.of("ui.export.client.all") : address,
                Stream.concat(Stream.of(""), clients.stream()).toList());
        format = addChoice(
                "exportFormBox",
                "ui.export.form",
                one -> words.of("ui.export.form." + one.id()),
                List.of(ExportFormat.values()));
        columnPanel.setOpaque(false);
        for (TextColumn column : TextColumn.values()) {
            PlainCheckBox box = new PlainCheckBox(words.of("export.column." + column.id()), true);
            box.setName("export" + column.id() + "Box");
            box.setOpaque(false);
            columns.put(column, box);
            columnPanel.add(box);
        }
        add(columnPanel, "span");
        fieldsBox = fieldsBox("exportFieldsBox", words, fields);
        add(fieldsBox, FIELDS_BOX);
        format.addActionListener(e -> showColumns());
        addButtons("export", "ui.export.go");
        showColumns();
    }

    /** Makes the box with which the columns of fields are chosen. */
    static PlainCheckBox fieldsBox(String name, Words words, List<FieldColumn> fields) {
        String titles = fields.stream().map(FieldColumn::title).collect(Collectors.joining(", "));
        PlainCheckBox box = new PlainCheckBox(words.of("ui.export.fields", titles), true);
        box.setName(name);
        box.setOpaque(false);
        return box;
    }

    private void showColumns() {
        columnPanel.setVisible(format.getSelectedItem() == ExportFormat.TEXT);
        fieldsBox.setVisible(!fields.isEmpty() && ((ExportFormat) format.getSelectedItem()).hasFields());
        clearProblem();
    }

    @Override
    protected JComponent first() {
        return what;
    }

    @Override
    protected void apply() throws Problem {
        List<TextColumn> chosen = Stream.of(TextColumn.values())
                .filter(column -> columns.get(column).isSelected())
                .toList();
        if (chosen.isEmpty()) {
            throw new Problem("problem.export.columns", -1);
        }
        exports.save(new RowExports.Wanted(
                (RowChoice.What) what.getSelectedItem(),
                (String) client.getSelectedItem(),
                (ExportFormat) format.getSelectedItem(),
                chosen,
                fieldsBox.isVisible() && fieldsBox.isSelected() ? fields : List.of()));
    }

    /** Shows why rows could not be saved, in a form that is open again. */
    void showFailure(Problem problem) {
        complain(problem);
    }
}
