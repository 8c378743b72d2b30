package dev.earshot.packets;

/**
 * Finds the IP header in a data frame of a wireless network that is not encrypted (IEEE 802.11-2020, section 9.3.2).
 */
final class WlanHeader {
    private static final int HEADER = 24;
    private static final int FOURTH_ADDRESS = 6;
    private static final int QOS = 2;
    private static final int HT = 4;

    private static final int DATA = 2;
    private static final int TO_AND_FROM = 0x03;
    private static final int ENCRYPTED = 0x40;
    private static final int ORDER = 0x80;

    /** The bits of a data frame's subtype: it has QoS, and no data. */
    private static final int WITH_QOS = 8;

    private static final int WITHOUT_DATA = 4;

    private WlanHeader() {}

    /**
     * Returns where the IP header begins; -1 if it is no such frame.
     *
     * @param at where the header of the frame begins
     */
    static int ipHeader(byte[] bytes, int length, int at) {
        if (at + HEADER > length) {
            return -1;
        }
        int type = bytes[at] >> 2 & 3;
        int subtype = bytes[at] >> 4 & 15;
        int flags = bytes[at + 1];
        if (type != DATA || (subtype & WITHOUT_DATA) != 0 || (flags & ENCRYPTED) != 0) {
            return -1;
        }
        boolean qos = (subtype & WITH_QOS) != 0;
        int behind = at + HEADER + ((flags & TO_AND_FROM) == TO_AND_FROM ? FOURTH_ADDRESS : 0);
        behind += (qos ? QOS : 0) + (qos && (flags & ORDER) != 0 ? HT : 0);
        boolean snap = behind + 8 <= length && bytes[behind] == (byte) 0xAA && bytes[behind + 1] == (byte) 0xAA;
        return snap ? LinkLayer.ofEtherType(bytes, length, behind + 6) : -1;
    }
}
