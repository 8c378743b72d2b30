package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.net.KeepAlive;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The command line options for TCP keep-alive. */
final class KeepAliveOptions {
    @Option(
            names = "--keep-alive",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Have the system ask a silent other side now and then whether it is still there; this is the"
                    + " default. --no-keep-alive: do not ask.")
    private boolean on;

    @Option(
            names = "--keep-alive-times",
            paramLabel = "IDLE[,INTERVAL,COUNT]",
            converter = ToKeepAlive.class,
            description = "After how many silent seconds, then how often, and how often in vain. Default: 15,5,3.")
    private KeepAlive times = KeepAlive.STANDARD;

    KeepAlive keepAlive() {
        return on ? times : KeepAlive.OFF;
    }

    /** Converts the times of keep-alive. */
    static final class ToKeepAlive implements ITypeConverter<KeepAlive> {
        @Override
        public KeepAlive convert(String given) throws Problem {
            return KeepAlive.parse(given);
        }
    }
}
