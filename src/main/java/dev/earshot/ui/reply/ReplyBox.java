package dev.earshot.ui.reply;

import dev.earshot.reply.AnswerKind;
import dev.earshot.reply.AnswerKinds;
import dev.earshot.reply.NoAnswer;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.PlainComboBox;
import dev.earshot.ui.parts.PlainListCell;
import dev.earshot.ui.parts.Theme;
import java.awt.Component;
import java.awt.Font;
import java.util.Vector;
import java.util.function.Consumer;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JList;
import javax.swing.plaf.basic.ComboPopup;

/**
 * Chooses what is done with a message that arrives. A choice is only told; what the box shows is what was last given to
 * {@link #show}, bold where it does something. Keys open the list and move in it, and only Enter chooses: nobody shall
 * begin to answer devices by going past a choice.
 */
final class ReplyBox extends PlainComboBox<AnswerKind<?>> {
    private final transient Words words;
    private final transient Consumer<AnswerKind<?>> asked;

    /** @param asked is told what a person chooses, though it be the same once more */
    ReplyBox(Words words, Consumer<AnswerKind<?>> asked) {
        super(new DefaultComboBoxModel<>(new Vector<>(AnswerKinds.ALL)));
        this.words = words;
        this.asked = asked;
        setName("replyBox");
        setRenderer(new Entries());
        setToolTipText(words.of("ui.reply.tip"));
        getAccessibleContext().setAccessibleName(words.of("ui.reply.tip"));
        ReplyShortcuts.OPEN_CHOICES.bindWhileEnabled(this, WHEN_FOCUSED, () -> this);
    }

    /** A typed letter goes to the next choice that begins with it, in the open list. */
    @Override
    public boolean selectWithKeyChar(char typed) {
        if (!isPopupVisible()) {
            return false;
        }
        JList<?> list = ((ComboPopup) getUI().getAccessibleChild(this, 0)).getList();
        int count = getItemCount();
        for (int step = 1; step <= count; step++) {
            int index = Math.floorMod(list.getSelectedIndex() + step, count);
            String name = ReplyWords.name(getItemAt(index), words);
            if (Character.toLowerCase(name.charAt(0)) == Character.toLowerCase(typed)) {
                list.setSelectedIndex(index);
                return true;
            }
        }
        return false;
    }

    @Override
    public void setSelectedItem(Object item) {
        if (item instanceof AnswerKind<?> kind) {
            asked.accept(kind);
        }
    }

    /** Shows what is in force. */
    void show(AnswerKind<?> kind) {
        if (dataModel.getSelectedItem() != kind) {
            dataModel.setSelectedItem(kind);
            dress();
            repaint();
        }
    }

    @Override
    public void updateUI() {
        super.updateUI();
        dress();
    }

    private void dress() {
        boolean does = getSelectedItem() != NoAnswer.KIND;
        setFont(Theme.sans(13).deriveFont(does ? Font.BOLD : Font.PLAIN));
    }

    /** In the list, what opens a form ends with dots. */
    private final class Entries extends PlainListCell {
        Entries() {}

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean isSelected, boolean cellHasFocus) {
            AnswerKind<?> kind = (AnswerKind<?>) value;
            String name = kind == null ? "" : ReplyWords.name(kind, words);
            boolean form = index >= 0 && kind.defaultAnswer().isBlank();
            super.getListCellRendererComponent(
                    list, form ? words.of("ui.reply.more", name) : name, index, isSelected, cellHasFocus);
            setFont(getFont().deriveFont(Font.PLAIN)); // only what is chosen is bold
            return this;
        }
    }
}
