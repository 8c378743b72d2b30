package dev.earshot.net;

/** A change to all connections of a TCP endpoint, such as {@link KeepAlive}. Immutable. */
public interface SocketLayer {
    /**
     * Returns these system calls with the change; those that it leaves alone are passed on, see {@link
     * ForwardingCalls}.
     */
    SystemCalls over(SystemCalls system);
}
