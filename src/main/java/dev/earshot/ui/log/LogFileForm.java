package dev.earshot.ui.log;

import dev.earshot.codec.Problem;
import dev.earshot.session.LogFile;
import dev.earshot.session.export.ExportFormat;
import dev.earshot.session.view.FieldColumn;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainCheckBox;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainFileChooser;
import dev.earshot.ui.plain.PlainTextField;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.SwingUtilities;

/** A form over the window that begins or ends the file to which rows are written as they come. */
final class LogFileForm extends PopoverForm {
    /** When a file is put aside: never, by day or by size, as {@link LogFile#parseRotation} reads it. */
    private static final List<String> ROTATIONS = List.of("", LogFile.DAY, "10MB", "100MB", "1GB");

    private final transient LogFileControl control;
    private final PlainTextField file;
    private final PlainComboBox<ExportFormat> format;
    private final PlainComboBox<String> rotation;
    private final transient List<FieldColumn> fields;
    private final PlainCheckBox fieldsBox;

    /** @param fields the columns of fields that the file can have too */
    LogFileForm(Words words, LogFileControl control, LogFileControl.Choice present, List<FieldColumn> fields) {
        super("logFile", words);
        this.control = control;
        this.fields = fields;
        explain("ui.log.file.about");
        file = addField("logFileField", "ui.log.file.file", present.file(), "split 2, growx, pushx, w 240");
        PlainButton choose = button("logFileChooseButton", "ui.log.file.choose", this::choose);
        add(choose, "h 28!");
        format = addChoice(
                "logFileFormBox",
                "ui.export.form",
                one -> words.of("ui.export.form." + one.id()),
                Stream.of(ExportFormat.values()).filter(ExportFormat::canGrow).toList());
        format.setSelectedItem(present.format());
        rotation = addChoice("logFileRotationBox", "ui.log.file.rotation", this::rotationName, ROTATIONS);
        rotation.setSelectedItem(present.rotation());
        fieldsBox = ExportForm.fieldsBox("logFileFieldsBox", words, fields);
        add(fieldsBox, ExportForm.FIELDS_BOX);
        format.addActionListener(e -> showFields());
        showFields();
        if (control.isRunning()) {
            add(button("logFileStopButton", "ui.log.file.stop", this::stop), "span, ax left, h 28!");
        }
        addButtons("logFile", "ui.log.file.start");
    }

    private void showFields() {
        fieldsBox.setVisible(!fields.isEmpty() && ((ExportFormat) format.getSelectedItem()).hasFields());
        clearProblem();
    }

    private String rotationName(String one) {
        return switch (one) {
            case "" -> words.of("ui.log.file.never");
            case LogFile.DAY -> words.of("ui.log.file.day");
            default -> words.of("ui.log.file.size", one.replaceFirst("(\\d)([MG])", "$1 $2"));
        };
    }

    private void choose() {
        PlainFileChooser chooser = new PlainFileChooser(words.of("ui.menu.log.file"));
        if (chooser.showSaveDialog(SwingUtilities.getWindowAncestor(this)) == JFileChooser.APPROVE_OPTION) {
            file.setText(chooser.getSelectedFile().toString());
        }
    }

    private void stop() {
        control.stop();
        leave();
    }

    @Override
    protected JComponent first() {
        return file;
    }

    @Override
    protected void apply() throws Problem {
        if (file.getText().isBlank()) {
            throw mark(new Problem("problem.file.unnamed", -1), file);
        }
        control.start(new LogFileControl.Choice(
                file.getText(),
                (ExportFormat) format.getSelectedItem(),
                (String) rotation.getSelectedItem(),
                fieldsBox.isVisible() && fieldsBox.isSelected() ? fields : List.of()));
    }

    /** Shows why the file could not be opened, in a form that is open again. */
    void showFailure(Problem problem) {
        complain(problem);
    }
}
