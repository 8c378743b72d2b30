package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.net.tls.TlsNames;
import java.util.List;
import picocli.CommandLine.ITypeConverter;

/**
 * The value of the option {@code --alpn}. A type of its own, because picocli would add the elements of a list one by
 * one.
 */
record AlpnOption(List<String> names) {
    static final AlpnOption NONE = new AlpnOption(List.of());
    static final String OF_SERVER = "The application protocols to take, such as h2,http/1.1, the best first.";
    static final String OF_CLIENT = "The application protocols to offer, such as h2,http/1.1, the best first.";

    boolean isGiven() {
        return !names.isEmpty();
    }

    /** Converts application protocols with commas between. */
    static final class ToAlpn implements ITypeConverter<AlpnOption> {
        @Override
        public AlpnOption convert(String given) throws Problem {
            return new AlpnOption(TlsNames.parseAlpn(given));
        }
    }
}
