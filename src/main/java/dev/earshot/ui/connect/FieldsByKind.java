package dev.earshot.ui.connect;

import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.RelayKind;
import dev.earshot.session.settings.TcpClientKind;
import dev.earshot.session.settings.TcpServerKind;
import dev.earshot.session.settings.TftpKind;
import dev.earshot.session.settings.UdpKind;

/**
 * Creates the fields of a kind of endpoint; a kind that is not listed here has {@link SettingsFields}. It is no map, of
 * which each entry would be a class more before the window is painted.
 */
final class FieldsByKind {
    private FieldsByKind() {}

    static EndpointFields create(EndpointKind kind, EndpointFields.Context context) {
        if (kind == TcpServerKind.KIND) {
            return new ServerFields(context);
        } else if (kind == TcpClientKind.KIND) {
            return new ClientFields(context);
        } else if (kind == UdpKind.KIND) {
            return new UdpFields(context);
        } else if (kind == RelayKind.KIND) {
            return new RelayFields(context);
        } else if (kind == TftpKind.KIND) {
            return new TftpFields(context);
        }
        return new SettingsFields(kind, context);
    }
}
