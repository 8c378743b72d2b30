package dev.earshot.net;

/**
 * The options of a relay.
 *
 * @param connect the options of the connections to the target
 * @param toServer the options of the direction from a client to the target
 * @param toClient the options of the direction from the target to a client
 * @param mostClients the greatest number of clients at once, which also stops a relay that leads back to itself
 */
public record RelayOptions(ConnectOptions connect, Path toServer, Path toClient, int mostClients) {

    /**
     * The options of one direction.
     *
     * @param delayMillis the delay of everything in milliseconds, from 0
     * @param cutAfter the number of bytes after which both conversations are ended; 0: never
     */
    public record Path(int delayMillis, long cutAfter) {
        /** No delay and no cut. */
        public static final Path PLAIN = new Path(0, 0);
    }

    /**
     * The defaults: both directions plain, 500 clients. A side that does not read may delay the sending side without a
     * time limit, as it would without a relay: the systems buffer more than a slow side may read in a minute.
     */
    public static final RelayOptions STANDARD = new RelayOptions(ConnectOptions.STANDARD, Path.PLAIN, Path.PLAIN, 500);

    /** Returns these options with other directions. */
    public RelayOptions with(Path toServer, Path toClient) {
        return new RelayOptions(connect, toServer, toClient, mostClients);
    }
}
