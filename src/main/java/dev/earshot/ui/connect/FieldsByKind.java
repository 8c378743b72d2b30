package dev.earshot.ui.connect;

import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.RelayKind;
import dev.earshot.session.settings.TcpClientKind;
import dev.earshot.session.settings.TcpServerKind;
import dev.earshot.session.settings.TftpKind;
import dev.earshot.session.settings.UdpKind;
import java.util.Map;
import java.util.function.Function;

/** Creates the fields of a kind of endpoint; a kind that is not listed here has {@link SettingsFields}. */
final class FieldsByKind {
    private static final Map<EndpointKind, Function<EndpointFields.Context, EndpointFields>> FACTORIES = Map.of(
            TcpServerKind.KIND, ServerFields::new,
            TcpClientKind.KIND, ClientFields::new,
            UdpKind.KIND, UdpFields::new,
            RelayKind.KIND, RelayFields::new,
            TftpKind.KIND, TftpFields::new);

    private FieldsByKind() {}

    static EndpointFields create(EndpointKind kind, EndpointFields.Context context) {
        return FACTORIES
                .getOrDefault(kind, any -> new SettingsFields(kind, any))
                .apply(context);
    }
}
