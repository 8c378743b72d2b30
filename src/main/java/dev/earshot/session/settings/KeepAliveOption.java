package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.KeepAlive;
import dev.earshot.net.SocketLayer;
import java.util.List;

/** The option to send keep-alive probes, which find a peer that has vanished without a word. */
public final class KeepAliveOption implements TcpOption {
    /** Whether probes are sent. */
    public static final TcpParameter<Boolean> USED = TcpParameter.flag(
            "keep.alive",
            true,
            "Have the system ask a silent other side now and then whether it is still there; this is the"
                    + " default. --no-keep-alive: do not ask.");

    /** When probes are sent, as {@link KeepAlive} reads it. */
    public static final TcpParameter<String> TIMES = TcpParameter.text(
            "keep.alive.times",
            KeepAlive.STANDARD.toString(),
            KeepAlive::parse,
            "IDLE[,INTERVAL,COUNT]",
            "After how many silent seconds, then how often, and how often in vain. Default: 15,5,3.");

    @Override
    public List<TcpParameter<?>> parameters() {
        return List.of(USED, TIMES);
    }

    @Override
    public SocketLayer read(Values values) throws Problem {
        return values.of(USED) ? KeepAlive.parse(values.of(TIMES)) : KeepAlive.OFF;
    }
}
