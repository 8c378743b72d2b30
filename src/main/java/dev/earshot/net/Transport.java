package dev.earshot.net;

/** How we and a peer talk, and who began. */
public enum Transport {
    /** The peer connected to us. */
    TCP_IN,
    /** We connected to the peer. */
    TCP_OUT,
    /** Datagrams: nobody connects, and neither end nor loss is told. */
    UDP
}
