package dev.earshot.ui.reply;

import dev.earshot.reply.Behaviour;
import dev.earshot.session.Words;
import javax.swing.JCheckBox;

/** Whether a conversation is ended once its answer is out, which several forms ask. */
final class ThenClose {
    private ThenClose() {}

    static JCheckBox box(Words words, String name, boolean selected) {
        JCheckBox box = new JCheckBox(words.of("ui.reply.close"), selected);
        box.setName(name);
        box.setMnemonic(words.mnemonic("ui.reply.close"));
        box.setToolTipText(words.of("ui.reply.close.tip"));
        return box;
    }

    static Behaviour with(Behaviour b, boolean thenClose) {
        return b.closing(thenClose);
    }
}
