package dev.earshot.net;

import dev.earshot.codec.Problem;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Turns the system's refusal to listen into a sentence that says what to do. */
final class ListenFailure {
    private static final int FIRST_FREE_FOR_ALL = 1024;
    private static final int NAMED = 6;

    private ListenFailure() {}

    /** The reasons have no types of their own in Java; these are the words of Linux, macOS and Windows. */
    static Problem of(ListenAddress address, IOException error) {
        String words = CloseReason.words(error);
        if (words.startsWith("Address already in use")) {
            return problem("taken", address);
        }
        if (words.startsWith("Cannot assign requested address") || words.startsWith("Can't assign requested address")) {
            return problem("absent", address, available(address));
        }
        if (words.startsWith("Permission denied") && address.port() < FIRST_FREE_FOR_ALL) {
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

    /** Those of the same family; a machine full of containers has more than a sentence can hold. */
    private static String available(ListenAddress address) {
        boolean six = address.host().indexOf(':') >= 0;
        List<String> all = LocalAddresses.all().stream()
                .filter(one -> one.indexOf(':') >= 0 == six)
                .toList();
        String some = all.stream().limit(NAMED).collect(Collectors.joining(", "));
        return all.size() > NAMED ? some + ", …" : some;
    }
}
