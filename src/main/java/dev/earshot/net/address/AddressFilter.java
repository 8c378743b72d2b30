package dev.earshot.net.address;

import dev.earshot.codec.Problem;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides by their addresses which clients may connect to a server.
 *
 * @param allowed only these may, if there are any
 * @param denied these may not, even if they are among the allowed ones
 */
public record AddressFilter(List<AddressRange> allowed, List<AddressRange> denied) {
    /** Lets everybody in. */
    public static final AddressFilter ALL = new AddressFilter(List.of(), List.of());

    public AddressFilter {
        allowed = List.copyOf(allowed);
        denied = List.copyOf(denied);
    }

    /**
     * Parses a list of addresses and ranges with commas or blanks between them; an empty text is an empty list.
     *
     * @throws Problem as {@link AddressRange#parse}
     */
    public static List<AddressRange> parseList(String typed) throws Problem {
        List<AddressRange> ranges = new ArrayList<>();
        for (String one : InputText.trim(typed).split("[,;\\s\uFF0C\u3001]+")) {
            if (!one.isEmpty()) {
                ranges.add(AddressRange.parse(one));
            }
        }
        return ranges;
    }

    /** Whether this address may connect. */
    public boolean admits(InetAddress address) {
        boolean listed = allowed.isEmpty() || allowed.stream().anyMatch(range -> range.contains(address));
        return listed && denied.stream().noneMatch(range -> range.contains(address));
    }
}
