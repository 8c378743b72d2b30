package dev.earshot.ui.send;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.UdpKind;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.plain.PlainTextField;
import java.util.function.Consumer;
import javax.swing.JComponent;

/** A form that asks for the address of a UDP peer that has not sent anything yet. */
final class AddressForm extends PopoverForm {
    private final transient Settings settings;
    private final transient Consumer<ConnectAddress> call;
    private final PlainTextField address;

    /** @param call takes the address */
    AddressForm(Words words, Settings settings, Consumer<ConnectAddress> call) {
        super("call", words);
        this.settings = settings;
        this.call = call;
        explain("ui.udp.call.about");
        address = addField("callField", "ui.udp.call.address", settings.get(UdpKind.CALLED), "w 240!, growx 0");
        addButtons("call", "ui.udp.call.choose");
    }

    @Override
    protected void apply() throws Problem {
        try {
            ConnectAddress to = ConnectAddress.parseForDatagrams(address.getText());
            settings.put(UdpKind.CALLED, to.text());
            call.accept(to);
        } catch (Problem problem) {
            throw mark(problem, address);
        }
    }

    @Override
    protected JComponent first() {
        return address;
    }
}
