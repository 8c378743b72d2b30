package dev.earshot.ui.connect;

import dev.earshot.codec.Problem;
import dev.earshot.session.SettingKey;
import dev.earshot.session.Settings;
import dev.earshot.session.TftpKind;
import dev.earshot.session.Words;
import dev.earshot.tftp.FileRequest;
import dev.earshot.tftp.TransferMode;
import dev.earshot.ui.parts.PlainCheckBox;
import dev.earshot.ui.parts.PlainComboBox;
import dev.earshot.ui.parts.PlainTextField;
import dev.earshot.ui.parts.PopoverForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;

/** Asks how a file is fetched by TFTP: as bytes or as text, in blocks of what size, how patiently, and up to what size. */
final class TftpOptionsForm extends PopoverForm {
    private static final String NARROW = "w 108!, growx 0";

    private final transient Settings settings;
    private final PlainComboBox<TransferMode> mode;
    private final PlainTextField block;
    private final PlainTextField timeout;
    private final PlainTextField retries;
    private final PlainTextField limit;
    private final PlainCheckBox options;

    TftpOptionsForm(Words words, Settings settings) {
        super("connectOptions", words);
        this.settings = settings;
        explain("ui.tftp.options.about");
        mode = applies(controls.box(
                "tftpModeBox",
                "ui.tftp.mode",
                one -> words.of("ui.tftp.mode." + one.word()),
                List.of(TransferMode.values())));
        mode.setSelectedItem(settings.get(TftpKind.MODE));
        mode.addActionListener(e -> edited());
        add(controls.label("ui.tftp.mode", mode));
        add(mode, "h 28!, growx 0");
        block = addField("tftpBlockField", "ui.tftp.block", number(TftpKind.BLOCK_SIZE), NARROW);
        timeout = addField("tftpTimeoutField", "ui.tftp.timeout", seconds(settings), NARROW);
        retries = addField("tftpRetriesField", "ui.tftp.retries", number(TftpKind.RETRIES), NARROW);
        limit = addField("tftpLimitField", "ui.tftp.limit", settings.get(TftpKind.LIMIT), NARROW);
        options = addBox("tftpOptionsBox", "ui.tftp.options", settings.get(TftpKind.OPTIONS));
        addButtons("connectOptions");
    }

    private String number(SettingKey<Integer> key) {
        return Integer.toString(settings.get(key));
    }

    private static String seconds(Settings settings) {
        return BigDecimal.valueOf(settings.get(TftpKind.TIMEOUT_MILLIS), 3)
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    protected JComponent first() {
        return block;
    }

    @Override
    protected void apply() throws Problem {
        int bytes = number(block, FileRequest.LEAST_BLOCK, FileRequest.MOST_BLOCK);
        int millis = at(timeout, FileRequest::millis);
        int times = number(retries, 0, FileRequest.MOST_RETRIES);
        at(limit, TftpKind::limit);
        settings.put(TftpKind.MODE, mode.getItemAt(mode.getSelectedIndex()));
        settings.put(TftpKind.BLOCK_SIZE, bytes);
        settings.put(TftpKind.TIMEOUT_MILLIS, millis);
        settings.put(TftpKind.RETRIES, times);
        settings.put(TftpKind.LIMIT, limit.getText().strip());
        settings.put(TftpKind.OPTIONS, options.isSelected());
    }

    /** How what was typed is read. */
    private interface Reading<T> {
        T read(String typed) throws Problem;
    }

    private <T> T at(PlainTextField field, Reading<T> reading) throws Problem {
        try {
            return reading.read(field.getText().strip());
        } catch (Problem problem) {
            throw point(problem, field);
        }
    }

    /** In words, what of it is not as usual. */
    static List<String> chosen(Words words, Settings settings) {
        List<String> chosen = new ArrayList<>();
        if (settings.get(TftpKind.MODE) != TftpKind.MODE.fallback()) {
            chosen.add(settings.get(TftpKind.MODE).word());
        }
        if (!usual(settings, TftpKind.BLOCK_SIZE)) {
            chosen.add(words.of("ui.tftp.chosen.block", settings.get(TftpKind.BLOCK_SIZE)));
        }
        if (!usual(settings, TftpKind.TIMEOUT_MILLIS) || !usual(settings, TftpKind.RETRIES)) {
            chosen.add(words.of("ui.tftp.chosen.patience", seconds(settings), settings.get(TftpKind.RETRIES)));
        }
        if (!usual(settings, TftpKind.LIMIT)) {
            chosen.add(words.of("ui.tftp.chosen.limit", settings.get(TftpKind.LIMIT)));
        }
        if (!usual(settings, TftpKind.OPTIONS)) {
            chosen.add(words.of("ui.tftp.chosen.plain"));
        }
        return chosen;
    }

    private static boolean usual(Settings settings, SettingKey<?> key) {
        return settings.get(key).equals(key.fallback());
    }
}
