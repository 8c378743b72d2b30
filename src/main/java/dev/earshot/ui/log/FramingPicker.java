package dev.earshot.ui.log;

import dev.earshot.codec.Framing;
import dev.earshot.codec.FramingKinds;
import dev.earshot.session.SettingKey;
import dev.earshot.session.Settings;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.PlainComboBox;
import dev.earshot.ui.parts.PlainListCell;
import java.awt.Component;
import java.awt.EventQueue;
import java.util.function.Consumer;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JList;

/**
 * A box that picks a framing, and asks for its parameters in a {@link FramingForm}. It only reports what was picked; it shows
 * the framing that was last given to {@link #show}.
 */
public final class FramingPicker extends PlainComboBox<Framing> {
    private final transient Words words;
    private final transient Consumer<Framing> picked;
    private FramingForm form;
    private boolean datagrams;

    /**
     * Makes a box that offers each kind once, with the parameters that were last chosen.
     *
     * @param picked takes each framing that a person picks, even if it is the present one
     */
    public FramingPicker(Words words, Settings settings, String name, Consumer<Framing> picked) {
        super(new DefaultComboBoxModel<>(choices(settings)));
        this.words = words;
        this.picked = picked;
        setName(name);
        setMaximumRowCount(getItemCount());
        setRenderer(new Entries());
        getAccessibleContext().setAccessibleName(words.of("ui.framing.tip"));
    }

    private static Framing[] choices(Settings settings) {
        return FramingKinds.ALL.stream()
                .map(kind -> settings.get(SettingKey.latest(kind)))
                .toArray(Framing[]::new);
    }

    @Override
    public void setSelectedItem(Object item) {
        if (item instanceof Framing framing) {
            closeForm();
            if (framing.kind().hasParameters()) {
                EventQueue.invokeLater(() -> ask(framing)); // later, for now the box still has its list open
            } else {
                picked.accept(framing);
            }
        }
    }

    private void ask(Framing proposed) {
        form = new FramingForm(words, proposed, agreed -> {
            propose(agreed);
            picked.accept(agreed);
        });
        form.open(this);
    }

    private void closeForm() {
        if (form != null) {
            form.close();
        }
    }

    @Override
    public void removeNotify() {
        closeForm();
        super.removeNotify();
    }

    /** Returns the framing that is shown. */
    public Framing shown() {
        return (Framing) dataModel.getSelectedItem();
    }

    /** Shows from now on, if true, that there is no choice because each datagram is a message. */
    public void eachDatagram(boolean so) {
        if (!so) {
            return;
        }
        datagrams = true;
        setEnabled(false);
        setToolTipText(words.of("ui.framing.datagram.tip"));
        getAccessibleContext().setAccessibleName(words.of("ui.framing.datagram.tip"));
    }

    /** Shows the present framing. */
    public void show(Framing framing) {
        propose(framing);
        dataModel.setSelectedItem(framing);
        if (!datagrams) {
            setToolTipText(words.of("ui.framing.tip.now", FramingWords.inFull(words, framing)));
        }
        repaint();
    }

    /** Makes the entry of this kind of framing propose these parameters. */
    private void propose(Framing framing) {
        DefaultComboBoxModel<Framing> choices = (DefaultComboBoxModel<Framing>) dataModel;
        Object shown = choices.getSelectedItem();
        for (int i = 0; i < choices.getSize(); i++) {
            Framing there = choices.getElementAt(i);
            if (there.kind() == framing.kind() && !there.equals(framing)) {
                choices.insertElementAt(framing, i);
                choices.removeElementAt(i + 1);
            }
        }
        choices.setSelectedItem(shown);
    }

    /** Draws the entries; in the list, those that open a form end with dots. */
    private final class Entries extends PlainListCell {
        Entries() {}

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean isSelected, boolean cellHasFocus) {
            Framing framing = (Framing) value;
            String text = datagrams
                    ? words.of("ui.framing.datagram")
                    : framing == null ? "" : FramingWords.brief(words, framing);
            boolean form = index >= 0 && framing.kind().hasParameters();
            return super.getListCellRendererComponent(
                    list, form ? words.of("ui.framing.more", text) : text, index, isSelected, cellHasFocus);
        }
    }
}
