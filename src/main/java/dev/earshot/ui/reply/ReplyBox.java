package dev.earshot.ui.reply;

import dev.earshot.reply.AnswerKind;
import dev.earshot.reply.AnswerKinds;
import dev.earshot.reply.NoAnswer;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainListCell;
import java.awt.Component;
import java.awt.Font;
import java.util.Vector;
import java.util.function.Consumer;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JList;
import javax.swing.plaf.basic.ComboPopup;

/**
 * The box in which the kind of answer is chosen. A choice only goes to the listener; the box shows what {@link #show}
 * was last given, in bold where it answers. Keys open the list and move in it, and only Enter chooses: moving past a
 * choice must not start to answer devices.
 */
final class ReplyBox extends PlainComboBox<AnswerKind<?>> {
    private final transient Words words;
    private final transient Consumer<AnswerKind<?>> chosen;

    /** @param chosen takes the kind that the person chooses, also if it is in force already */
    ReplyBox(Words words, Consumer<AnswerKind<?>> chosen) {
        super(new DefaultComboBoxModel<>(new Vector<>(AnswerKinds.ALL)));
        this.words = words;
        this.chosen = chosen;
        setName("replyBox");
        setRenderer(new ChoiceCell());
        setToolTipText(words.of("ui.reply.tip"));
        getAccessibleContext().setAccessibleName(words.of("ui.reply.tip"));
        ReplyShortcuts.OPEN_CHOICES.bindWhileEnabled(this, WHEN_FOCUSED, () -> this);
    }

    /** Selects, in the open list, the next choice that begins with the typed letter. */
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
            chosen.accept(kind);
        }
    }

    /** Shows the kind that is in force. */
    void show(AnswerKind<?> kind) {
        if (dataModel.getSelectedItem() != kind) {
            dataModel.setSelectedItem(kind);
            updateFont();
            repaint();
        }
    }

    @Override
    public void updateUI() {
        super.updateUI();
        updateFont();
    }

    private void updateFont() {
        boolean answers = getSelectedItem() != NoAnswer.KIND;
        setFont(Theme.sans(13).deriveFont(answers ? Font.BOLD : Font.PLAIN));
    }

    /** The renderer of the choices: those that open a form end with dots. */
    private final class ChoiceCell extends PlainListCell {
        ChoiceCell() {}

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean isSelected, boolean cellHasFocus) {
            AnswerKind<?> kind = (AnswerKind<?>) value;
            String name = kind == null ? "" : ReplyWords.name(kind, words);
            boolean form = index >= 0 && kind.defaultAnswer().isBlank();
            super.getListCellRendererComponent(
                    list, form ? words.of("ui.reply.more", name) : name, index, isSelected, cellHasFocus);
            setFont(getFont().deriveFont(Font.PLAIN)); // only the closed box may be bold
            return this;
        }
    }
}
