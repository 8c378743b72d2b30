package dev.earshot.ui.log;

import dev.earshot.codec.Framing;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.PlainComboBox;
import dev.earshot.ui.parts.PlainListCell;
import java.awt.Component;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JList;

/** Chooses a framing. A choice is only told; what the box shows is what was last given to {@link #show}. */
public final class FramingBox extends PlainComboBox<Framing> {
    private final transient Words words;
    private final transient Consumer<Framing> asked;
    private boolean datagrams;

    /**
     * @param choices one of each kind; of those with parameters, the ones to propose
     * @param asked is told what a person chooses, though it be the same once more
     */
    public FramingBox(Words words, List<Framing> choices, Consumer<Framing> asked) {
        super(new DefaultComboBoxModel<>(choices.toArray(Framing[]::new)));
        this.words = words;
        this.asked = asked;
        setName("framingBox");
        setMaximumRowCount(choices.size());
        setRenderer(new Entries());
        getAccessibleContext().setAccessibleName(words.of("ui.framing.tip"));
    }

    @Override
    public void setSelectedItem(Object item) {
        if (item instanceof Framing framing) {
            asked.accept(framing);
        }
    }

    /** Shows from now on that there is no choice: each datagram is a message. */
    public void eachDatagram() {
        datagrams = true;
        setEnabled(false);
        setToolTipText(words.of("ui.framing.datagram.tip"));
        getAccessibleContext().setAccessibleName(words.of("ui.framing.datagram.tip"));
    }

    /** Shows the framing in force. */
    public void show(Framing framing) {
        propose(framing);
        dataModel.setSelectedItem(framing);
        if (!datagrams) {
            setToolTipText(words.of("ui.framing.tip.now", FramingWords.inFull(words, framing)));
        }
        repaint();
    }

    /** Lets the entry of this kind of framing propose these parameters. */
    void propose(Framing framing) {
        DefaultComboBoxModel<Framing> choices = (DefaultComboBoxModel<Framing>) dataModel;
        Object shown = choices.getSelectedItem();
        for (int i = 0; i < choices.getSize(); i++) {
            Framing there = choices.getElementAt(i);
            if (there.getClass() == framing.getClass() && !there.equals(framing)) {
                choices.insertElementAt(framing, i);
                choices.removeElementAt(i + 1);
            }
        }
        choices.setSelectedItem(shown);
    }

    /** In the list, an entry that opens a form ends with dots. */
    private final class Entries extends PlainListCell {
        Entries() {}

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean isSelected, boolean cellHasFocus) {
            Framing framing = (Framing) value;
            String text = datagrams
                    ? words.of("ui.framing.datagram")
                    : framing == null ? "" : FramingWords.brief(words, framing);
            boolean form = index >= 0 && FramingForm.wantedFor(framing);
            return super.getListCellRendererComponent(
                    list, form ? words.of("ui.framing.more", text) : text, index, isSelected, cellHasFocus);
        }
    }
}
