package dev.earshot.ui.log;

import dev.earshot.codec.Problem;
import dev.earshot.session.Words;
import dev.earshot.session.export.ExportFormat;
import dev.earshot.session.export.TextColumn;
import dev.earshot.ui.parts.PlainCheckBox;
import dev.earshot.ui.parts.PlainComboBox;
import dev.earshot.ui.parts.PlainListCell;
import dev.earshot.ui.parts.PopoverForm;
import java.awt.Component;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A form over the window that asks which rows are saved, and in which form. */
final class ExportForm extends PopoverForm {

    /** The rows that can be saved. */
    enum What {
        SHOWN,
        SELECTED,
        ALL
    }

    private final transient RowExports exports;
    private final PlainComboBox<What> what;
    private final PlainComboBox<String> client;
    private final PlainComboBox<ExportFormat> format;
    private final JPanel columnPanel = new JPanel(new MigLayout("insets 0, gap 10"));
    private final Map<TextColumn, PlainCheckBox> columns = new EnumMap<>(TextColumn.class);

    /**
     * @param choices the rows that there are, the proposed ones first, each with its words
     * @param clients the addresses of the clients that can be chosen
     */
    ExportForm(Words words, RowExports exports, Map<What, String> choices, List<String> clients) {
        super("export", words);
        this.exports = exports;
        explain("ui.export.about");
        what = box("exportRowsBox", "ui.export.rows", choices.keySet().toArray(What[]::new), choices::get);
        String[] all = Stream.concat(Stream.of(""), clients.stream()).toArray(String[]::new);
        client = box(
                "exportClientBox",
                "ui.export.client",
                all,
                address -> address.isEmpty() ? words.of("ui.export.client.all") : address);
        format = box(
                "exportFormBox",
                "ui.export.form",
                ExportFormat.values(),
                one -> words.of("ui.export.form." + one.id()));
        columnPanel.setOpaque(false);
        for (TextColumn column : TextColumn.values()) {
            PlainCheckBox box = new PlainCheckBox(words.of("export.column." + column.id()), true);
            box.setName("export" + column.id() + "Box");
            box.setOpaque(false);
            columns.put(column, box);
            columnPanel.add(box);
        }
        add(columnPanel, "span");
        format.addActionListener(e -> showColumns());
        addButtons("export", "ui.export.go");
        showColumns();
    }

    private <T> PlainComboBox<T> box(String name, String key, T[] values, Function<T, String> text) {
        PlainComboBox<T> box = new PlainComboBox<>(new DefaultComboBoxModel<>(values));
        box.setName(name);
        box.setRenderer(new PlainListCell() {
            @Override
            @SuppressWarnings("unchecked")
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean selected, boolean focused) {
                return super.getListCellRendererComponent(
                        list, value == null ? "" : text.apply((T) value), index, selected, focused);
            }
        });
        add(controls.label(key, box));
        add(enterApplies(box), "h 28!");
        return box;
    }

    private void showColumns() {
        columnPanel.setVisible(format.getSelectedItem() == ExportFormat.TEXT);
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
        exports.save(
                (What) what.getSelectedItem(),
                (String) client.getSelectedItem(),
                (ExportFormat) format.getSelectedItem(),
                chosen);
    }

    /** Shows why rows could not be saved, in a form that is open again. */
    void showFailure(Problem problem) {
        complain(problem);
    }
}
