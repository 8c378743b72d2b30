package dev.earshot.net.address;

import dev.earshot.codec.Problem;
import dev.earshot.codec.WholeNumber;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * An address or a range of addresses, such as {@code 192.168.1.0/24} (RFC 4632, section 3.1). An IPv4 address is the
 * same in its IPv6 form (RFC 4291, section 2.5.5.2). Zones do not count.
 *
 * @param first the first address of the range
 * @param bits the number of leading bits that its addresses share
 */
public record AddressRange(InetAddress first, int bits) {
    /** The bits before an IPv4 address in its IPv6 form. */
    private static final int MAPPED_BITS = 96;

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    /**
     * Parses an address, or a range with a slash. Asks no name service.
     *
     * @throws Problem {@code problem.address.*} or {@code problem.range.*}; a name is refused
     */
    public static AddressRange parse(String typed) throws Problem {
        String text = InputText.trim(typed);
        int slash = text.indexOf('/');
        String base = slash < 0 ? text : text.substring(0, slash);
        InetAddress first = address(base);
        int most = first.getAddress().length * Byte.SIZE;
        int mapped = first instanceof Inet4Address && base.indexOf(':') >= 0 ? MAPPED_BITS : 0;
        int bits = slash < 0 ? most : bits(text, slash, mapped, most);
        AddressRange range = new AddressRange(first, bits);
        InetAddress start = masked(first, bits);
        if (!start.equals(first)) {
            String meant = Addresses.text(start) + "/" + bits;
            throw new Problem("problem.range.host", 0, InputText.shown(text), bits, meant);
        }
        return range;
    }

    /** Whether an address is in the range. */
    public boolean contains(InetAddress address) {
        return address.getAddress().length == first.getAddress().length
                && masked(address, bits).equals(masked(first, bits));
    }

    private static InetAddress address(String text) throws Problem {
        if (!IPV6.matcher(text).matches()) {
            return IpText.parseAny(text);
        }
        try {
            return InetAddress.getByName("[" + text + "]");
        } catch (UnknownHostException e) {
            throw new Problem("problem.address.six", 0, InputText.shown(text));
        }
    }

    private static int bits(String text, int slash, int least, int most) throws Problem {
        try {
            return WholeNumber.parse(text.substring(slash + 1), least, least + most) - least;
        } catch (Problem e) {
            throw new Problem("problem.range.bits", slash + 1, InputText.shown(text), least, least + most);
        }
    }

    private static InetAddress masked(InetAddress address, int bits) {
        byte[] bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.max(0, Math.min(Byte.SIZE, bits - i * Byte.SIZE));
            bytes[i] &= (byte) (0xFF << (Byte.SIZE - kept));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new AssertionError("as long as before", e);
        }
    }

    /** Returns the text that {@link #parse} reads. */
    @Override
    public String toString() {
        boolean one = bits == first.getAddress().length * Byte.SIZE;
        return Addresses.text(first) + (one ? "" : "/" + bits);
    }
}
