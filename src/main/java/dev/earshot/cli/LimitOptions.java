package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.codec.WholeNumber;
import dev.earshot.net.ClientLimits;
import dev.earshot.net.address.AddressFilter;
import dev.earshot.net.address.AddressRange;
import dev.earshot.session.settings.ByteSize;
import dev.earshot.session.settings.LimitKeys;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The command line options that protect a server from its clients. */
final class LimitOptions {
    private static final int LEAST_UNSENT = 1024;
    private static final int MOST_UNSENT = 1 << 30;

    @Option(
            names = "--allow",
            paramLabel = "LIST",
            converter = ToRanges.class,
            description =
                    "Only these addresses may connect: 192.168.1.0/24,10.0.0.7,::1. Refused before a byte is read.")
    private List<AddressRange> allowed = List.of();

    @Option(
            names = "--deny",
            paramLabel = "LIST",
            converter = ToRanges.class,
            description = "These addresses may not connect, even if --allow names them.")
    private List<AddressRange> denied = List.of();

    @Option(
            names = "--max-clients",
            paramLabel = "COUNT",
            converter = ToCount.class,
            description = "So many clients at once. Default: as many as open files allow, but for a reserve.")
    private int most;

    @Option(
            names = "--max-per-address",
            paramLabel = "COUNT",
            converter = ToCount.class,
            description = "So many clients of one address at once.")
    private int perAddress;

    @Option(
            names = "--max-new-per-second",
            paramLabel = "COUNT",
            converter = ToCount.class,
            description = "So many new clients in one second.")
    private int newPerSecond;

    @Option(
            names = "--idle",
            paramLabel = "SECONDS",
            converter = ToCount.class,
            description = "Disconnect a client when no byte has gone in either direction for so long.")
    private int idleSeconds;

    @Option(
            names = "--first-byte",
            paramLabel = "SECONDS",
            converter = ToCount.class,
            description = "Disconnect a client that has sent nothing so long after it came.")
    private int firstByteSeconds;

    @Option(
            names = "--max-unsent",
            paramLabel = "SIZE",
            converter = ToUnsent.class,
            description = "Reset a client for which more waits to be sent, such as 256K.")
    private int mostUnsent;

    @Option(
            names = "--write-deadline",
            paramLabel = "SECONDS",
            converter = ToCount.class,
            description = "Reset a client that has read nothing for so long although bytes wait for it.")
    private int writeSeconds;

    /** Gives these options the values of a profile. */
    static void fill(ProfileOptions options, LimitKeys keys) {
        options.put("--allow", keys.allowed());
        options.put("--deny", keys.denied());
        options.putCount("--max-clients", keys.most(), "");
        options.putCount("--max-per-address", keys.perAddress(), "");
        options.putCount("--max-new-per-second", keys.newPerSecond(), "");
        options.putCount("--idle", keys.idleSeconds(), "");
        options.putCount("--first-byte", keys.firstByteSeconds(), "");
        options.putCount("--max-unsent", keys.mostUnsent(), "K");
        options.putCount("--write-deadline", keys.writeSeconds(), "");
    }

    ClientLimits limits() {
        AddressFilter addresses = new AddressFilter(allowed, denied);
        return new ClientLimits(
                most, perAddress, newPerSecond, idleSeconds, firstByteSeconds, mostUnsent, writeSeconds, addresses);
    }

    /** Converts a count or a time, from 1. */
    static final class ToCount implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String given) throws Problem {
            return WholeNumber.parse(given, 1, ClientLimits.MOST);
        }
    }

    /** Converts a size such as {@code 256K}, up to 1 GiB. */
    static final class ToUnsent implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String given) throws Problem {
            return (int) Math.min(MOST_UNSENT, ByteSize.parse(given, LEAST_UNSENT));
        }
    }

    /** Converts a list of addresses and ranges. */
    static final class ToRanges implements ITypeConverter<List<AddressRange>> {
        @Override
        public List<AddressRange> convert(String given) throws Problem {
            return AddressFilter.parseList(given);
        }
    }
}
