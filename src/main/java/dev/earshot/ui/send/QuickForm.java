package dev.earshot.ui.send;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.send.Draft;
import dev.earshot.send.QuickSend;
import dev.earshot.send.QuickSends;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FormShortcuts;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.Notice;
import dev.earshot.ui.parts.PopoverPanel;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainList;
import java.awt.BorderLayout;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;

/** A form that lists the quick sends. A click on one sends it, and the list stays open. */
final class QuickForm extends PopoverPanel {
    private static final int TEXT_WIDTH = 420;

    private final transient Words words;
    private final transient SendCommands commands;
    private final DefaultListModel<QuickSend> model = new DefaultListModel<>();
    private final PlainList<QuickSend> list = new PlainList<>(model);
    private final Notice about = new Notice("quickAbout", null, Token.MUTED, TEXT_WIDTH);
    private final Notice failure = new Notice("quickProblem", "reset", Token.ERROR, TEXT_WIDTH);
    private final PlainButton play;
    private final PlainButton add;
    private final PlainButton change;

    /** @param edit opens the editor */
    QuickForm(Words words, SendCommands commands, Runnable edit) {
        super("quickForm", new MigLayout("insets 0, gap 8, hidemode 3, wrap 1", "[grow, fill]"));
        this.words = words;
        this.commands = commands;
        getAccessibleContext().setAccessibleName(words.of("ui.quick"));
        Controls controls = new Controls(words);
        play = controls.quiet("quickPlayButton", "ui.quick.play", this::play);
        play.setIcon(Icons.of("play", 12, Token.SENT));
        add = controls.quiet("quickAddButton", "ui.quick.add.box", this::addBox);
        change = controls.quiet("quickEditButton", "ui.quick.edit", () -> {
            close();
            edit.run();
        });
        setUpList();
        JScrollPane pane = Controls.scroll(list);
        add(about, "");
        add(pane, "w 440!, h 48:216:216");
        add(failure, "");
        add(play, "split 3, h 24!, gapright push");
        add(add, "h 24!");
        add(change, "h 24!");
        FormShortcuts.enter(list, WHEN_FOCUSED, this::send);
        List.of(play, add, change).forEach(FormShortcuts::enterClicks);
        fill();
    }

    @Override
    protected JComponent first() {
        return !model.isEmpty() ? list : add.isEnabled() ? add : change;
    }

    private void setUpList() {
        list.setName("quickList");
        list.getAccessibleContext().setAccessibleName(words.of("ui.quick"));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new Cell());
        list.setFixedCellHeight(UIScale.scale(24));
        list.setFixedCellWidth(UIScale.scale(100));
        list.whenClicked(this::send);
    }

    private void fill() {
        QuickSends all = commands.state().quickSends();
        model.clear();
        model.addAll(all.list());
        list.setSelectedIndex(0);
        about.say(
                all.list().isEmpty()
                        ? words.of("ui.quick.none")
                        : words.of("ui.quick.about", VisibleText.of(commands.receiversLabel())));
        Problem unread = commands.state().remembered().problem();
        failure.say(unread == null || !all.list().isEmpty() ? "" : words.of(unread));
        list.getParent().getParent().setVisible(!all.list().isEmpty());
        play.setText(words.of("ui.quick.play", all.steps().size()));
        play.setEnabled(!all.steps().isEmpty());
        add.setEnabled(!commands.editor().draft().isEmpty());
        setSize(getPreferredSize());
    }

    private void send() {
        QuickSend chosen = list.getSelectedValue();
        if (chosen != null) {
            failure.say(commands.send(chosen));
            setSize(getPreferredSize());
        }
    }

    private void addBox() {
        Draft draft = commands.editor().draft();
        QuickSends before = commands.state().quickSends();
        List<QuickSend> more = new ArrayList<>(before.list());
        more.add(QuickSend.of("", draft));
        commands.state().quickSends(new QuickSends(more, before.rounds()));
        fill();
        list.setSelectedIndex(model.size() - 1);
        list.ensureIndexIsVisible(model.size() - 1);
        list.requestFocusInWindow();
    }

    private void play() {
        try {
            commands.play();
            close();
        } catch (Problem problem) {
            failure.say(words.of(problem));
            setSize(getPreferredSize());
        }
    }

    /** Draws a quick send: its name, its message and its key. */
    private final class Cell extends JPanel implements ListCellRenderer<QuickSend> {
        private final PlainLabel name = new PlainLabel();
        private final PlainLabel text = new PlainLabel();
        private final PlainLabel key = new PlainLabel();

        Cell() {
            super(new BorderLayout(UIScale.scale(12), 0));
            setBorder(BorderFactory.createEmptyBorder(0, UIScale.scale(8), 0, UIScale.scale(8)));
            text.setForeground(new TokenColor(Token.MUTED));
            key.setForeground(new TokenColor(Token.MUTED));
            add(name, BorderLayout.WEST);
            add(text);
            add(key, BorderLayout.EAST);
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends QuickSend> of, QuickSend quick, int index, boolean selected, boolean focused) {
            name.setText(VisibleText.of(quick.name().strip()));
            name.setVisible(!quick.name().isBlank());
            text.setFont(Theme.mono(12));
            text.setText(QuickWords.oneLine(quick.draft()));
            key.setFont(Theme.sans(11));
            key.setText(SendShortcuts.quickKey(index));
            setBackground(selected ? of.getSelectionBackground() : of.getBackground());
            getAccessibleContext().setAccessibleName(name.getText() + " " + text.getText());
            return this;
        }
    }
}
