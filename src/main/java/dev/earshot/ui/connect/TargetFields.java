package dev.earshot.ui.connect;

import dev.earshot.codec.Problem;
import dev.earshot.net.ConnectAddress;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.PlainTextField;
import dev.earshot.ui.parts.TextEdits;
import java.util.List;
import java.util.Set;

/** Where to connect to: a host, and a port. */
final class TargetFields {
    /** What went wrong at the port; everything else did at the host, or here. */
    private static final Set<String> OF_PORT = Set.of("problem.connect.refused");

    private static final Set<String> OF_HOST =
            Set.of("problem.connect.unknown", "problem.connect.timeout", "problem.connect.unreachable");

    private final PlainTextField hostField = new PlainTextField();
    private final PlainTextField portField = new PlainTextField();
    private final List<EndpointFields.Field> fields;

    TargetFields(Words words, String host, String port, EndpointFields.Bar bar) {
        name(hostField, "hostField", host, bar);
        name(portField, "targetPortField", port, bar);
        Controls controls = new Controls(words);
        fields = List.of(
                new EndpointFields.Field(controls.label("ui.connect.host", hostField), hostField, "100:148:148"),
                new EndpointFields.Field(controls.label("ui.connect.port", portField), portField, "64!"));
        hostField.setToolTipText(words.of("ui.connect.host.tip"));
        portField.setToolTipText(words.of("ui.connect.port.tip"));
    }

    private static void name(PlainTextField field, String name, String text, EndpointFields.Bar bar) {
        field.setName(name);
        field.setText(text);
        field.setCaretPosition(0);
        field.addActionListener(e -> bar.start());
        field.getDocument().addDocumentListener(TextEdits.listener(bar::edited));
    }

    List<EndpointFields.Field> fields() {
        return fields;
    }

    PlainTextField first() {
        return hostField;
    }

    void setEditable(boolean editable) {
        hostField.setEnabled(editable);
        portField.setEnabled(editable);
    }

    String host() {
        return hostField.getText().strip();
    }

    String port() {
        return portField.getText().strip();
    }

    /** Both as one, as {@code example.com:80} or {@code [::1]:80}, whether or not that is right. */
    String place() {
        return (host().contains(":") ? "[" + host() + "]" : host()) + ":" + port();
    }

    /** Reads them; a port with blanks or full-width digits is shown as it was taken. */
    ConnectAddress read() throws Problem {
        ConnectAddress read = ConnectAddress.parse(hostField.getText(), portField.getText());
        if (!port().equals(String.valueOf(read.port()))) {
            portField.setText(String.valueOf(read.port()));
        }
        return read;
    }

    /** Marks the one that this is about, if it is about one of them. */
    void point(Problem problem) {
        String key = problem.key();
        if (key.startsWith("problem.port") || OF_PORT.contains(key)) {
            WrongField.mark(portField, portField, problem.position());
        } else if (key.startsWith("problem.host") || key.startsWith("problem.address") || OF_HOST.contains(key)) {
            WrongField.mark(hostField, hostField, problem.position());
        }
    }

    void clearErrors() {
        WrongField.clear(hostField, portField);
    }
}
