package dev.earshot.ui.connect;

import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TftpKind;
import dev.earshot.session.words.Words;
import dev.earshot.tftp.FileRequest;
import dev.earshot.tftp.TransferMode;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainTextField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The form for the options of a TFTP download: mode, block size, timeout, retries and size limit. */
final class TftpOptionsForm extends EndpointForm {
    private static final String NARROW = "w 108!, growx 0";

    TftpOptionsForm(Words words, Settings settings) {
        super("connectOptions", words, settings, "ui.tftp.options.about");
        PlainComboBox<TransferMode> mode = enterApplies(controls.box(
                "tftpModeBox",
                "ui.tftp.mode",
                one -> words.of("ui.tftp.mode." + one.word()),
                List.of(TransferMode.values())));
        mode.setSelectedItem(settings.get(TftpKind.MODE));
        mode.addActionListener(e -> clearProblem());
        add(controls.label("ui.tftp.mode", mode));
        add(mode, "h 28!, growx 0");
        option(() -> () -> settings.put(TftpKind.MODE, mode.getItemAt(mode.getSelectedIndex())));
        int least = FileRequest.LEAST_BLOCK;
        number("tftpBlockField", "ui.tftp.block", TftpKind.BLOCK_SIZE, NARROW, least, FileRequest.MOST_BLOCK);
        PlainTextField timeout = field("tftpTimeoutField", "ui.tftp.timeout", seconds(settings), NARROW);
        option(() -> {
            int millis =
                    read(timeout, () -> FileRequest.millis(timeout.getText().strip()));
            return () -> settings.put(TftpKind.TIMEOUT_MILLIS, millis);
        });
        number("tftpRetriesField", "ui.tftp.retries", TftpKind.RETRIES, NARROW, 0, FileRequest.MOST_RETRIES);
        PlainTextField limit = field("tftpLimitField", "ui.tftp.limit", settings.get(TftpKind.LIMIT), NARROW);
        text(limit, TftpKind.LIMIT, typed -> TftpKind.limit(typed.strip()));
        flag("tftpOptionsBox", "ui.tftp.options", TftpKind.OPTIONS);
        addButtons();
    }

    private static String seconds(Settings settings) {
        return BigDecimal.valueOf(settings.get(TftpKind.TIMEOUT_MILLIS), 3)
                .stripTrailingZeros()
                .toPlainString();
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
