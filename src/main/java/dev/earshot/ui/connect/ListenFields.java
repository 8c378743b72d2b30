package dev.earshot.ui.connect;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.plain.PlainTextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The two fields that say where to listen: one of this computer's addresses, and a port. */
final class ListenFields {
    /** The index of the next free port among the arguments of the problem. */
    private static final int NEXT_FREE = 3;

    private final AddressBox addressBox;
    private final PlainTextField portField = new PlainTextField();
    private final List<EndpointFields.Field> fields;

    ListenFields(Words words, String address, String port, Supplier<List<String>> addresses, EndpointFields.Bar bar) {
        addressBox = new AddressBox("addressBox", address, addresses, bar::start, bar::edited);
        portField.setName("portField");
        portField.setText(port);
        portField.addActionListener(e -> bar.start());
        portField.getDocument().addDocumentListener(TextEdits.listener(bar::edited));
        Controls controls = new Controls(words);
        fields = List.of(
                new EndpointFields.Field(controls.label("ui.address", addressBox), addressBox, "100:148:148"),
                new EndpointFields.Field(controls.label("ui.port", portField), portField, "64!"));
        // The labels are hidden in a narrow window.
        addressBox.editor().setToolTipText(words.of("ui.address"));
        portField.setToolTipText(words.of("ui.port"));
        addressBox.editor().getAccessibleContext().setAccessibleName(words.of("ui.address"));
    }

    List<EndpointFields.Field> fields() {
        return fields;
    }

    PlainTextField first() {
        return addressBox.editor();
    }

    void setEditable(boolean editable) {
        addressBox.setEnabled(editable);
        portField.setEnabled(editable);
    }

    String address() {
        return addressBox.text();
    }

    String port() {
        return portField.getText().strip();
    }

    /** Returns address and port as one text, as {@code 127.0.0.1:8080} or {@code [::1]:8080}, valid or not. */
    String place() {
        return (address().contains(":") ? "[" + address() + "]" : address()) + ":" + port();
    }

    /** Reads both fields, and writes back what was read: spaces and full-width digits go. */
    ListenAddress read() throws Problem {
        ListenAddress read = ListenAddress.parse(addressBox.editor().getText(), portField.getText());
        portField.setText(String.valueOf(read.port()));
        addressBox.setSelectedItem(read.host());
        return read;
    }

    /** Marks the field that caused this problem. */
    void markWrong(Problem problem) {
        String key = problem.key();
        if (key.startsWith("problem.port")
                || key.equals("problem.listen.taken")
                || key.equals("problem.listen.privileged")) {
            WrongField.mark(portField, portField, problem.position());
        } else if (key.startsWith("problem.address") || key.equals("problem.listen.absent")) {
            WrongField.mark(addressBox, addressBox.editor(), problem.position());
        }
    }

    /** Returns the next free port where that of this problem is in use. */
    static Optional<String> freePort(Problem problem) {
        return problem.key().equals("problem.listen.taken")
                ? Optional.of(problem.arguments().get(NEXT_FREE).toString()).filter(port -> !port.isEmpty())
                : Optional.empty();
    }

    void setPort(String port) {
        portField.setText(port);
    }

    void clearErrors() {
        WrongField.clear(addressBox, portField);
    }
}
