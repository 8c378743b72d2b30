package dev.earshot.ui.log.detail;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.session.Session;
import dev.earshot.session.dissection.DecodeAs;
import dev.earshot.session.dissection.Dissection;
import dev.earshot.session.dissection.Dissector;
import dev.earshot.session.dissection.Tshark;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.view.FieldNode;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FocusRing;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;

/**
 * Shows what Wireshark says of a message. The thread {@code wireshark} runs it, for the latest message that was asked
 * for.
 */
final class WiresharkPane extends JPanel {
    /** The place of the status, which is a few words or a problem. */
    private final PlainLabel status = new PlainLabel();

    private final transient Session session;
    private final transient Settings settings;
    private final transient Words words;
    private final transient ExecutorService worker = Background.worker("wireshark");
    private final transient AtomicInteger request = new AtomicInteger();
    private final PlainComboBox<String> asBox;
    private final FieldTable fields;
    private long shown = -1;
    private boolean restoring;

    /**
     * @param chosen takes the chosen field, or null
     * @param say takes messages for the status line
     */
    WiresharkPane(Session session, Settings settings, Words words, Consumer<FieldNode> chosen, Consumer<String> say) {
        super(new BorderLayout());
        this.session = session;
        this.settings = settings;
        this.words = words;
        setBackground(new TokenColor(Token.TABLE));
        Controls controls = new Controls(words);
        asBox = controls.box("decodeAsBox", "ui.wireshark.as.tip", this::name, DecodeAs.USUAL);
        asBox.setEditable(true);
        asBox.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, name(""));
        if (asBox.getEditor().getEditorComponent() instanceof JComponent editor) {
            editor.getAccessibleContext().setAccessibleName(words.of("ui.wireshark.as"));
        }
        asBox.setSelectedItem(settings.get(Settings.DECODE_AS));
        asBox.addActionListener(e -> decodeAs());
        PlainLabel label = controls.label("ui.wireshark.as", asBox);
        status.setName("wiresharkStatus");
        status.setFont(Theme.sans(12));
        JPanel top = new JPanel(
                new MigLayout("insets 4 12 4 8, gap 4 0, hidemode 3", "[][150!][0:0:, grow, fill]", "[24!]"));
        top.setOpaque(false);
        label.setFont(Theme.sans(12));
        top.add(label);
        top.add(asBox, "h 24!");
        top.add(status, "wmin 0, gapleft 4");
        fields = new FieldTable("wiresharkFields", words.of("ui.wireshark.fields"), words, chosen, say);
        JScrollPane scroll = Controls.scroll(fields);
        FocusRing.set(scroll, fields);
        add(top, BorderLayout.NORTH);
        add(scroll);
        setMinimumSize(new Dimension(0, UIScale.scale(40)));
    }

    private String name(String protocol) {
        return protocol.isEmpty() ? words.of("ui.wireshark.as.auto") : protocol;
    }

    FieldTable fields() {
        return fields;
    }

    /** Has Wireshark dissect a row, if it has not done that. */
    void show(long number) {
        if (number != shown) {
            ask(number);
        }
    }

    /** Stops what Wireshark does at present. */
    void cancel() {
        request.incrementAndGet();
        shown = -1;
    }

    void close() {
        request.incrementAndGet();
        worker.shutdown();
    }

    private void decodeAs() {
        String typed = String.valueOf(asBox.getSelectedItem());
        if (restoring || typed.equals(settings.get(Settings.DECODE_AS))) {
            return;
        }
        try {
            String protocol =
                    DecodeAs.parse(typed.equals(name("")) ? "" : typed).protocol();
            settings.put(Settings.DECODE_AS, protocol);
            restoring = true;
            asBox.setSelectedItem(protocol);
            restoring = false;
            ask(shown);
        } catch (Problem problem) {
            say(words.of(problem), Token.ERROR);
        }
    }

    private void ask(long number) {
        shown = number;
        int mine = request.incrementAndGet();
        if (number < 0 || worker.isShutdown()) {
            return;
        }
        say(words.of("ui.wireshark.busy"), Token.MUTED);
        String protocol = settings.get(Settings.DECODE_AS);
        worker.execute(() -> {
            if (mine != request.get()) {
                return;
            }
            try {
                Tshark tshark = Tshark.find().orElseThrow(() -> new Problem("problem.tshark.missing", -1));
                Dissection said = new Dissector(session, tshark)
                        .dissect(number, DecodeAs.parse(protocol), () -> mine != request.get());
                publish(mine, () -> put(said));
            } catch (Problem problem) {
                publish(mine, () -> {
                    fields.show(List.of());
                    say(words.of(problem), Token.ERROR);
                });
            }
        });
    }

    private void publish(int mine, Runnable task) {
        EventQueue.invokeLater(() -> {
            if (mine == request.get()) {
                task.run();
            }
        });
    }

    private void put(Dissection said) {
        fields.show(said.fields());
        say(said.isKnown() ? said.protocols() : words.of("ui.wireshark.unknown"), Token.MUTED);
    }

    private void say(String text, Token color) {
        status.setForeground(new TokenColor(color));
        status.setText(text);
        status.setToolTipText(text);
    }
}
