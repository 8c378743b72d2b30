package dev.earshot.ui.framing;

import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.FramingKind;
import dev.earshot.codec.framing.FramingKinds;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainListCell;
import java.awt.Component;
import java.awt.EventQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JList;

/**
 * A box that picks a framing, and asks for its parameters in a {@link FramingForm}. It only reports what was picked; it
 * shows the framing that was last given to {@link #show}.
 */
public final class FramingPicker extends PlainComboBox<FramingEntry> {
    private final transient Words words;
    private final transient FramingSource source;
    private final transient Consumer<Framing> picked;
    private FramingForm form;
    private final boolean datagrams;

    /**
     * Makes a box that offers the protocols, and each kind once, with the parameters that were last chosen.
     *
     * @param picked takes each framing that a person picks, even if it is the present one
     */
    public FramingPicker(Words words, FramingSource source, String name, Consumer<Framing> picked) {
        super(new DefaultComboBoxModel<>(entries(source)));
        this.words = words;
        this.source = source;
        this.picked = picked;
        datagrams = source.usesDatagrams();
        setName(name);
        setMaximumRowCount(getItemCount());
        setRenderer(new Cell());
        getAccessibleContext().setAccessibleName(words.of("ui.framing.tip"));
        if (datagrams) {
            setEnabled(false);
            setToolTipText(words.of("ui.framing.datagram.tip"));
            getAccessibleContext().setAccessibleName(words.of("ui.framing.datagram.tip"));
        }
    }

    private static FramingEntry[] entries(FramingSource source) {
        return Stream.concat(
                        Stream.of(FramingEntry.PROTOCOLS),
                        FramingKinds.ALL.stream().map(source::latest).map(FramingEntry::new))
                .toArray(FramingEntry[]::new);
    }

    @Override
    public void setSelectedItem(Object item) {
        if (item instanceof FramingEntry entry) {
            closeForm();
            if (entry.opensForm()) {
                EventQueue.invokeLater(() -> ask(entry)); // later, for now the box still has its list open
            } else {
                picked.accept(entry.framing());
            }
        }
    }

    private void ask(FramingEntry entry) {
        boolean protocols = entry.equals(FramingEntry.PROTOCOLS);
        form = new FramingForm(words, protocols ? shown() : entry.framing(), this::proposed, agreed -> {
            propose(agreed);
            picked.accept(agreed);
        });
        form.open(this);
        if (protocols) {
            form.protocols().requestFocusInWindow();
        }
        source.read(form::take);
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
        return ((FramingEntry) dataModel.getSelectedItem()).framing();
    }

    /** Shows the present framing. */
    public void show(Framing framing) {
        propose(framing);
        dataModel.setSelectedItem(new FramingEntry(framing));
        if (!datagrams) {
            setToolTipText(words.of("ui.framing.tip.now", FramingWords.inFull(words, framing)));
        }
        repaint();
    }

    /** Returns the framing that the entry of this kind proposes. */
    private Framing proposed(FramingKind kind) {
        for (int i = 0; i < getItemCount(); i++) {
            Framing there = getItemAt(i).framing();
            if (there != null && there.kind() == kind) {
                return there;
            }
        }
        return kind.defaultFraming();
    }

    /** Makes the entry of this kind of framing propose these parameters. */
    private void propose(Framing framing) {
        if (!framing.kind().hasParameters()) {
            return; // its entry is the way back to no wait of its own
        }
        DefaultComboBoxModel<FramingEntry> entries = (DefaultComboBoxModel<FramingEntry>) dataModel;
        Object shown = entries.getSelectedItem();
        for (int i = 0; i < entries.getSize(); i++) {
            Framing there = entries.getElementAt(i).framing();
            if (there != null && there.kind() == framing.kind() && !there.equals(framing)) {
                entries.insertElementAt(new FramingEntry(framing), i);
                entries.removeElementAt(i + 1);
            }
        }
        entries.setSelectedItem(shown);
    }

    /** Draws the entries; in the list, those that open a form end with dots. */
    private final class Cell extends PlainListCell {
        Cell() {}

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean isSelected, boolean cellHasFocus) {
            FramingEntry entry = (FramingEntry) value;
            boolean form = index >= 0 && entry.opensForm();
            String text = text(entry, index >= 0);
            return super.getListCellRendererComponent(
                    list, form ? words.of("ui.framing.more", text) : text, index, isSelected, cellHasFocus);
        }

        private String text(FramingEntry entry, boolean inList) {
            if (datagrams) {
                return words.of("ui.framing.datagram");
            } else if (entry == null) {
                return "";
            } else if (entry.framing() == null) {
                return words.of("ui.framing.protocols");
            }
            // Outside the list, Swing also asks for entries that are not shown, to learn how wide they are.
            boolean named = !inList && entry == dataModel.getSelectedItem();
            return named ? FramingWords.named(words, entry.framing()) : FramingWords.brief(words, entry.framing());
        }
    }
}
