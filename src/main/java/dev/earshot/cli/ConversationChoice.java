package dev.earshot.cli;

import dev.earshot.codec.VisibleText;
import dev.earshot.net.Peer;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds the conversation of a capture that an argument such as {@code 10.0.0.8:5000} or {@code 10.0.0.8:5000#2} names.
 */
final class ConversationChoice {
    private static final int MOST_NAMED = 5;

    private final Session source;
    private final String file;

    ConversationChoice(Session source, String file) {
        this.source = source;
        this.file = file;
    }

    /** @param given null means the only conversation */
    Peer find(String given) throws CommandFailure, IOException {
        String address = given == null ? null : given.replaceFirst("#\\d{1,9}$", "");
        List<Peer> found = peers(address);
        if (found.isEmpty()) {
            throw new CommandFailure(
                    address == null
                            ? "'" + file + "' has no conversation."
                            : "'" + file + "' has no conversation with '" + VisibleText.brief(address) + "'"
                                    + examples() + ".");
        }
        if (given != null && !given.equals(address)) {
            int number = Integer.parseInt(given.substring(address.length() + 1));
            if (number < 1 || number > found.size()) {
                throw new CommandFailure("'" + file + "' has " + found.size() + " with '" + address
                        + "'; the number after # is from 1 to " + found.size() + ".");
            }
            return found.get(number - 1);
        } else if (found.size() > 1 && address == null) {
            throw new CommandFailure(
                    "'" + file + "' has " + found.size() + " conversations; choose one by --from" + some(found) + ".");
        } else if (found.size() > 1) {
            throw new CommandFailure("'" + file + "' has " + found.size() + " conversations with '" + address
                    + "'; choose one by --from " + address + "#1 to #" + found.size() + ".");
        }
        return found.get(0);
    }

    /** Returns the first addresses of the conversations behind a colon; nothing if there are none. */
    String examples() throws IOException {
        return some(peers(null));
    }

    private static String some(List<Peer> peers) {
        String first = peers.stream()
                .map(peer -> Addresses.text(peer.remote()))
                .distinct()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        return first.isEmpty() ? "" : ": " + first + (peers.size() > MOST_NAMED ? ", ..." : "");
    }

    /**
     * Returns the peers with this address, or with null all; also one whose beginning is not in the capture any more.
     */
    private List<Peer> peers(String address) throws IOException {
        Map<Integer, Peer> found = new LinkedHashMap<>();
        for (Client client : source.clients().all()) {
            if (matches(client.peer(), address)) {
                found.put(client.peer().id(), client.peer());
            }
        }
        source.log().joined(peer -> matches(peer, address)).forEach(peer -> found.put(peer.id(), peer));
        return found.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean matches(Peer peer, String address) {
        return address == null || Addresses.text(peer.remote()).equalsIgnoreCase(address);
    }
}
