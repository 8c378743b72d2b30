package dev.earshot.net;

/** The transport of a conversation, and which side began it. */
public enum Transport {
    /** The peer connected to us. */
    TCP_IN,
    /** We connected to the peer. */
    TCP_OUT,
    /** The peer connected to another program; their conversation is read from a capture of its packets. */
    TCP_CAPTURED,
    /** Datagrams (UDP): there is no connection, and neither the end nor loss is reported. */
    UDP,
    /** Datagrams of a TFTP transfer (RFC 1350). */
    TFTP;

    /** Returns whether it carries datagrams, each of which is a message. */
    public boolean isUdp() {
        return this == UDP || this == TFTP;
    }

    /** Returns whether it also defines the contents of the messages. */
    public boolean isProtocol() {
        return this == TFTP;
    }

    /**
     * Returns whether the side that began a conversation has sent a message.
     *
     * @param received whether we have received it
     */
    public boolean isFromClient(boolean received) {
        return received != (this == TCP_OUT || this == TFTP);
    }
}
