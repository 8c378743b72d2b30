package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.net.ConnectOptions;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.session.settings.TcpClientKind;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The command line options for connecting to a server. */
final class ConnectOptionGroup {
    private static final int LEAST_MILLIS = 100;
    private static final int MOST_MILLIS = 600_000;

    @Option(
            names = "--from",
            paramLabel = "[ADDRESS:]PORT",
            converter = ToLocal.class,
            description = "Connect from this address and port of ours; port 0 is any free one.")
    private InetSocketAddress from = new InetSocketAddress(0);

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = ToMillis.class,
            description = "How long looking up the host and connecting may take, 0.1 to 600. Default: 10.")
    private int timeoutMillis = 10_000;

    /** Gives these options the values of a profile of a client. */
    static void fill(ProfileOptions options) {
        String port = options.get(TcpClientKind.LOCAL_PORT);
        String address = options.get(TcpClientKind.LOCAL_ADDRESS);
        String known = port.isBlank() ? "0" : port;
        options.put("--from", address.isBlank() ? known : ProfileOptions.place(address, known));
        options.put("--timeout", TcpClientKind.TIMEOUT);
    }

    ConnectOptions options(boolean reconnect) {
        return new ConnectOptions(from, timeoutMillis, reconnect);
    }

    /** Converts {@code [ADDRESS:]PORT}; without an address it means any local one. */
    static final class ToLocal implements ITypeConverter<InetSocketAddress> {
        @Override
        public InetSocketAddress convert(String given) throws Problem {
            InetSocketAddress address = ListenAddress.parse(given).address();
            return given.indexOf(':') < 0 ? new InetSocketAddress(address.getPort()) : address;
        }
    }

    /** Converts seconds, which may have decimals, to milliseconds. */
    static final class ToMillis implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String given) throws Problem {
            int millis = given.matches("[0-9]{0,4}([0-9]|\\.[0-9]{1,3})")
                    ? new BigDecimal(given).movePointRight(3).intValueExact()
                    : 0;
            if (millis < LEAST_MILLIS || millis > MOST_MILLIS) {
                throw new Problem("problem.connect.time", 0);
            }
            return millis;
        }
    }
}
