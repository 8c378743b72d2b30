package dev.earshot.net;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.InputText;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.net.address.LocalAddresses;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Turns the system's refusal to listen into a problem whose words say what to do. */
public final class ListenFailure {
    private static final int FIRST_UNPRIVILEGED_PORT = 1024;
    private static final int MOST_NAMED = 6;

    private ListenFailure() {}

    /**
     * Returns the problem {@code problem.listen.*} that explains why listening failed. Recognises the reason by the
     * words of Linux, macOS and Windows; Java has no types for them.
     */
    public static Problem problem(ListenAddress address, IOException error) {
        String words = CloseReason.describe(error);
        if (words.startsWith("Address already in use")) {
            return problem("taken", address, FreePort.after(address));
        }
        if (words.startsWith("Cannot assign requested address") || words.startsWith("Can't assign requested address")) {
            return problem("absent", address, availableAddresses(address));
        }
        if (words.startsWith("Permission denied") && address.port() < FIRST_UNPRIVILEGED_PORT) {
            return problem("privileged", address);
        }
        return problem("failed", address, InputText.shown(words));
    }

    private static Problem problem(String key, ListenAddress address) {
        return problem(key, address, "");
    }

    private static Problem problem(String key, ListenAddress address, String detail) {
        String port = Integer.toString(address.port());
        return new Problem("problem.listen." + key, -1, address.text(), address.host(), port, detail);
    }

    /** Lists our addresses of the same family, cut after a few: a computer with containers may have very many. */
    private static String availableAddresses(ListenAddress address) {
        boolean ipv6 = address.host().indexOf(':') >= 0;
        List<String> all = LocalAddresses.all().stream()
                .filter(one -> one.indexOf(':') >= 0 == ipv6)
                .toList();
        String some = all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return all.size() > MOST_NAMED ? some + ", …" : some;
    }
}
