package dev.earshot.ui.connect;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.plain.PlainTextField;
import java.util.List;
import java.util.Set;

/** The two fields that say where to connect to: a host and a port. */
final class TargetFields {
    /** The keys of problems that the port has caused. */
    private static final Set<String> OF_PORT = Set.of("problem.connect.refused");

    /** The keys of problems that the host has caused. */
    private static final Set<String> OF_HOST =
            Set.of("problem.connect.unknown", "problem.connect.timeout", "problem.connect.unreachable");

    private final PlainTextField hostField = new PlainTextField();
    private final PlainTextField portField = new PlainTextField();
    private final List<EndpointFields.Field> fields;

    TargetFields(Words words, String host, String port, EndpointFields.Bar bar) {
        prepare(hostField, "hostField", host, bar);
        prepare(portField, "targetPortField", port, bar);
        Controls controls = new Controls(words);
        fields = List.of(
                new EndpointFields.Field(controls.label("ui.connect.host", hostField), hostField, "100:148:148"),
                new EndpointFields.Field(controls.label("ui.connect.port", portField), portField, "64!"));
        hostField.setToolTipText(words.of("ui.connect.host.tip"));
        portField.setToolTipText(words.of("ui.connect.port.tip"));
    }

    private static void prepare(PlainTextField field, String name, String text, EndpointFields.Bar bar) {
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

    /** Returns host and port as one text, as {@code example.com:80} or {@code [::1]:80}, valid or not. */
    String place() {
        return (host().contains(":") ? "[" + host() + "]" : host()) + ":" + port();
    }

    /** Reads both fields, and writes back a port that was typed with spaces or full-width digits. */
    ConnectAddress read() throws Problem {
        ConnectAddress read = ConnectAddress.parse(hostField.getText(), portField.getText());
        if (!port().equals(String.valueOf(read.port()))) {
            portField.setText(String.valueOf(read.port()));
        }
        return read;
    }

    /** Returns the address in both fields; null if it is wrong. */
    ConnectAddress typed() {
        try {
            return ConnectAddress.parse(hostField.getText(), portField.getText());
        } catch (Problem e) {
            return null;
        }
    }

    /** Marks the field that caused this problem, if one of them did. */
    void markWrong(Problem problem) {
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
