package dev.earshot.session.settings;

import java.util.List;
import java.util.Optional;

/** The list of all kinds of endpoints; a new kind is registered here. */
public final class EndpointKinds {
    /** All kinds, in the order in which they are offered. */
    public static final List<EndpointKind> ALL =
            List.of(TcpServerKind.KIND, TcpClientKind.KIND, UdpKind.KIND, RelayKind.KIND, TftpKind.KIND);

    private EndpointKinds() {}

    /** Returns the kind with this {@link EndpointKind#id}; empty for one of another version of the program. */
    public static Optional<EndpointKind> find(String id) {
        return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** Returns the kind with this id, or TCP server for an unknown id. */
    public static EndpointKind of(String id) {
        return find(id).orElse(TcpServerKind.KIND);
    }
}
