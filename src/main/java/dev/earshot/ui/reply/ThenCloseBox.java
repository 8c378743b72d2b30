package dev.earshot.ui.reply;

import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainCheckBox;

/** Creates the check box for closing the connection after an answer, which several forms have. */
final class ThenCloseBox {
    private ThenCloseBox() {}

    static PlainCheckBox create(Words words, String name, boolean selected) {
        PlainCheckBox box = new PlainCheckBox(words.of("ui.reply.close"), selected);
        box.setName(name);
        box.setMnemonic(words.mnemonic("ui.reply.close"));
        box.setToolTipText(words.of("ui.reply.close.tip"));
        return box;
    }
}
