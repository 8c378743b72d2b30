package dev.earshot.net;

/** How we and a peer talk, and who began. */
public enum Transport {
    /** The peer connected to us. */
    TCP_IN,
    /** We connected to the peer. */
    TCP_OUT,
    /** Datagrams: nobody connects, and neither end nor loss is told. */
    UDP,
    /** Datagrams of a transfer by TFTP (RFC 1350). */
    TFTP;

    /** Whether it is made of datagrams, each of which is a message. */
    public boolean isUdp() {
        return this == UDP || this == TFTP;
    }

    /** Whether it also says what the messages are, and not only how they travel. */
    public boolean isProtocol() {
        return this == TFTP;
    }
}
