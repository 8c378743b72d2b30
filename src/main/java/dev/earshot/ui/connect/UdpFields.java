package dev.earshot.ui.connect;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Problem;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.UdpConfig;
import dev.earshot.session.settings.UdpKind;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.EmptyState;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.plain.PlainTextField;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.JComponent;

/** The fields of a UDP endpoint: its own address and port, and optionally a first address to send to. */
final class UdpFields implements EndpointFields {
    private final Session session;
    private final Settings settings;
    private final Words words;
    private final Bar bar;
    private final ListenFields listen;
    private final PlainTextField target = new PlainTextField();
    private final Field targetField;
    private boolean targetWrong;

    UdpFields(Context context) {
        session = context.session();
        settings = context.settings();
        words = context.words();
        bar = context.bar();
        String address = settings.get(UdpKind.ADDRESS);
        listen = new ListenFields(words, address, settings.get(UdpKind.PORT), context.addresses(), bar);
        target.setName("udpTargetField");
        target.setText(settings.get(UdpKind.TARGET));
        target.setToolTipText(words.of("ui.udp.target.tip"));
        target.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.of("ui.udp.target.none"));
        target.addActionListener(e -> bar.start());
        target.getDocument().addDocumentListener(TextEdits.listener(bar::edited));
        targetField = new Field(new Controls(words).label("ui.udp.target", target), target, "100:160:160");
    }

    @Override
    public List<Field> fields() {
        return Stream.concat(listen.fields().stream(), Stream.of(targetField)).toList();
    }

    @Override
    public JComponent first() {
        return listen.first();
    }

    @Override
    public void setEditable(boolean editable) {
        listen.setEditable(editable);
        target.setEnabled(editable);
    }

    /** Opens the endpoint. Port 0 needs no question: the number does not matter to one who sends first. */
    @Override
    public void start(boolean agreed) throws Problem {
        targetWrong = false;
        listen.read();
        targetWrong = true;
        if (!target.getText().isBlank()) {
            ConnectAddress.parseForDatagrams(target.getText());
        }
        targetWrong = false;
        save();
        session.open(UdpConfig.of(settings));
    }

    @Override
    public void markWrong(Problem problem) {
        if (targetWrong) {
            WrongField.mark(target, target, problem.position());
        } else {
            listen.markWrong(problem);
        }
    }

    @Override
    public ListenFields listen() {
        return listen;
    }

    @Override
    public void clearErrors() {
        listen.clearErrors();
        WrongField.clear(target);
    }

    @Override
    public void save() {
        settings.put(UdpKind.ADDRESS, listen.address());
        settings.put(UdpKind.PORT, listen.port());
        settings.put(UdpKind.TARGET, target.getText().strip());
    }

    @Override
    public Supplier<PopoverForm> options() {
        return () -> new UdpOptionsForm(words, settings, session, bar);
    }

    @Override
    public boolean isAboutOptions(Problem problem) {
        return UdpOptionsForm.isAbout(problem);
    }

    @Override
    public List<String> chosenOptions() {
        return UdpOptionsForm.chosen(words, settings);
    }

    @Override
    public EmptyState.Content emptyState(Status status) {
        boolean open = status.state() == Status.State.OPEN;
        String place = open ? status.address() : listen.place();
        return new EmptyState.Content(
                words.of(open ? "ui.empty.waiting" : "ui.empty.press", place),
                words.of("ui.empty.every.byte"),
                ServerFields.netcat(place).replaceFirst("nc ", "nc -u "),
                words.of("ui.empty.network"),
                null);
    }
}
