package dev.earshot.ui.reply;

import dev.earshot.reply.Behaviour;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.PlainCheckBox;

/** Whether a conversation is ended once its answer is out, which several forms ask. */
final class ThenClose {
    private ThenClose() {}

    static PlainCheckBox box(Words words, String name, boolean selected) {
        PlainCheckBox box = new PlainCheckBox(words.of("ui.reply.close"), selected);
        box.setName(name);
        box.setMnemonic(words.mnemonic("ui.reply.close"));
        box.setToolTipText(words.of("ui.reply.close.tip"));
        return box;
    }

    static Behaviour with(Behaviour b, boolean thenClose) {
        return b.withEndAfterAnswer(thenClose);
    }
}
