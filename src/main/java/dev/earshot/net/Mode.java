package dev.earshot.net;

/** What an endpoint is. */
public enum Mode {
    TCP_SERVER,
    TCP_CLIENT,
    UDP,
    /** Listens, and connects each of its clients to one target. */
    RELAY,
    /** Fetches one file by TFTP. */
    TFTP
}
