package dev.earshot.session;

import java.util.List;
import java.util.Optional;

/** All kinds of endpoints: a new kind is registered here. */
public final class EndpointKinds {
    /** In the order in which they are offered. */
    public static final List<EndpointKind> ALL =
            List.of(TcpServerKind.KIND, TcpClientKind.KIND, UdpKind.KIND, RelayKind.KIND, TftpKind.KIND);

    private EndpointKinds() {}

    /** The kind with this {@link EndpointKind#id}; empty for one that another version of the program may know. */
    public static Optional<EndpointKind> find(String id) {
        return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** The kind with this id, or TCP server for an id that is not known. */
    public static EndpointKind of(String id) {
        return find(id).orElse(TcpServerKind.KIND);
    }
}
