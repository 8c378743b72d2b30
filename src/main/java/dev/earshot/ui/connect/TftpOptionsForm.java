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

/** The form for the options of a TFTP download: mode, block size, timeout, retries and size limit. */
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
        mode = enterApplies(controls.box(
                "tftpModeBox",
                "ui.tftp.mode",
                one -> words.of("ui.tftp.mode." + one.word()),
                List.of(TransferMode.values())));
        mode.setSelectedItem(settings.get(TftpKind.MODE));
        mode.addActionListener(e -> clearProblem());
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
        int millis = parse(timeout, FileRequest::millis);
        int times = number(retries, 0, FileRequest.MOST_RETRIES);
        parse(limit, TftpKind::limit);
        settings.put(TftpKind.MODE, mode.getItemAt(mode.getSelectedIndex()));
        settings.put(TftpKind.BLOCK_SIZE, bytes);
        settings.put(TftpKind.TIMEOUT_MILLIS, millis);
        settings.put(TftpKind.RETRIES, times);
        settings.put(TftpKind.LIMIT, limit.getText().strip());
        settings.put(TftpKind.OPTIONS, options.isSelected());
    }

    /** Reads a typed value. */
    private interface Parser<T> {
        T read(String typed) throws Problem;
    }

    private <T> T parse(PlainTextField field, Parser<T> parser) throws Problem {
        try {
            return parser.read(field.getText().strip());
        } catch (Problem problem) {
            throw mark(problem, field);
        }
    }

    /** Returns the options that differ from the defaults, in words. */
    static List<String> chosen(Words words, Settings settings) {
        List<String> chosen = new ArrayList<>();
        if (settings.get(TftpKind.MODE) != TftpKind.MODE.fallback()) {
            chosen.add(settings.get(TftpKind.MODE).word());
        }
        if (!isDefault(settings, TftpKind.BLOCK_SIZE)) {
            chosen.add(words.of("ui.tftp.chosen.block", settings.get(TftpKind.BLOCK_SIZE)));
        }
        if (!isDefault(settings, TftpKind.TIMEOUT_MILLIS) || !isDefault(settings, TftpKind.RETRIES)) {
            chosen.add(words.of("ui.tftp.chosen.patience", seconds(settings), settings.get(TftpKind.RETRIES)));
        }
        if (!isDefault(settings, TftpKind.LIMIT)) {
            chosen.add(words.of("ui.tftp.chosen.limit", settings.get(TftpKind.LIMIT)));
        }
        if (!isDefault(settings, TftpKind.OPTIONS)) {
            chosen.add(words.of("ui.tftp.chosen.plain"));
        }
        return chosen;
    }

    private static boolean isDefault(Settings settings, SettingKey<?> key) {
        return settings.get(key).equals(key.fallback());
    }
}
