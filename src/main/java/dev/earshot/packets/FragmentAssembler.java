package dev.earshot.packets;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts the fragments of IP packets together (RFC 791, RFC 8200 section 4.5). Keeps a bounded number of unfinished
 * packets; the oldest are given up.
 */
final class FragmentAssembler {
    private static final int MOST_PACKETS = 256;
    private static final int MOST_BYTES = 0xFFFF;

    /** Fragments begin at multiples of this. */
    private static final int UNIT = 8;

    /** The packets put together last, of which fragments that come again are known. */
    private static final int MOST_RECENT = 16;

    private record Key(ByteBuffer addresses, int protocol, int identification) {}

    /** The fragments of one packet so far. */
    private static final class Unfinished {
        byte[] bytes = {};
        final BitSet units = new BitSet();
        int length = -1; // not known before the last fragment
        int fragments;
        int protocol; // of the first fragment

        void add(IpPacket fragment) {
            fragments++;
            int end = fragment.fragmentOffset + fragment.length;
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(MOST_BYTES, Math.max(end, bytes.length * 2)));
            }
            System.arraycopy(fragment.bytes, fragment.start, bytes, fragment.fragmentOffset, fragment.length);
            units.set(fragment.fragmentOffset / UNIT, (end + UNIT - 1) / UNIT);
            if (fragment.isLastFragment) {
                length = end;
            }
            protocol = fragment.fragmentOffset == 0 ? fragment.protocol : protocol;
        }

        /** Whether a fragment of this whole packet has come again. */
        boolean repeats(IpPacket fragment) {
            int from = fragment.fragmentOffset;
            int to = from + fragment.length;
            return to <= length
                    && Arrays.equals(bytes, from, to, fragment.bytes, fragment.start, fragment.start + fragment.length);
        }

        boolean isWhole() {
            return length >= 0 && units.nextClearBit(0) >= (length + UNIT - 1) / UNIT;
        }
    }

    private final Map<Key, Unfinished> unfinished = new LinkedHashMap<>();
    private final Map<Key, Unfinished> recent = new LinkedHashMap<>();
    private long lost;

    /** Adds a fragment; returns whether the packet is whole now and can be read, and is in {@code fragment}. */
    boolean complete(IpPacket fragment) {
        int end = fragment.fragmentOffset + fragment.length;
        boolean odd = !fragment.isLastFragment && fragment.length % UNIT != 0;
        if (fragment.captured < fragment.length || end > MOST_BYTES || odd) {
            lost++;
            return false;
        }
        ByteBuffer addresses = ByteBuffer.allocate(32).put(fragment.source).put(fragment.target);
        int protocol = fragment.isIpv6() ? 0 : fragment.protocol; // that of the first fragment counts
        Key key = new Key(addresses.flip(), protocol, fragment.identification);
        Unfinished before = recent.get(key);
        if (before != null && before.repeats(fragment)) {
            return false;
        }
        Unfinished packet = unfinished.computeIfAbsent(key, k -> new Unfinished());
        packet.add(fragment);
        if (packet.isWhole()) {
            unfinished.remove(key);
            remember(key, packet);
            return fragment.setWhole(packet.protocol, packet.bytes, packet.length);
        }
        if (unfinished.size() > MOST_PACKETS) {
            Iterator<Unfinished> oldest = unfinished.values().iterator();
            lost += oldest.next().fragments;
            oldest.remove();
        }
        return false;
    }

    private void remember(Key key, Unfinished whole) {
        recent.remove(key);
        recent.put(key, whole);
        if (recent.size() > MOST_RECENT) {
            Iterator<Unfinished> oldest = recent.values().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** Returns how many fragments were of no use, with those of unfinished packets. */
    long lost() {
        return lost
                + unfinished.values().stream()
                        .mapToInt(packet -> packet.fragments)
                        .sum();
    }
}
