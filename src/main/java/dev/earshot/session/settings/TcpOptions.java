package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.SocketLayer;
import java.util.ArrayList;
import java.util.List;

/** Lists the options of all kinds of TCP endpoints. A new one is a class of its own and a line here. */
public final class TcpOptions {
    private static final List<TcpOption> ALL = List.of(new KeepAliveOption());

    private TcpOptions() {}

    /** Returns all options, in the order of the forms. */
    public static List<TcpOption> all() {
        return ALL;
    }

    /**
     * Reads what the options change about connections.
     *
     * @throws Problem which value is wrong
     */
    public static List<SocketLayer> read(TcpOption.Values values) throws Problem {
        List<SocketLayer> layers = new ArrayList<>();
        for (TcpOption option : ALL) {
            layers.add(option.read(values));
        }
        return layers;
    }

    /** Returns what they change about connections where nothing is chosen. */
    static List<SocketLayer> usual() {
        try {
            return read(TcpParameter::fallback);
        } catch (Problem e) {
            throw new IllegalStateException("an option refuses its own fallback", e);
        }
    }
}
