package dev.earshot.net;

/**
 * How a relay passes things on.
 *
 * @param connect how it connects to its target
 * @param toServer what happens on the way from a client to the target
 * @param toClient what happens on the way back
 * @param mostClients so many at once; a relay that leads back to itself stops there
 */
public record RelayOptions(ConnectOptions connect, Path toServer, Path toClient, int mostClients) {

    /**
     * One direction.
     *
     * @param delayMillis how long everything takes longer, from 0
     * @param cutAfter after so many bytes both conversations are ended; 0: never
     */
    public record Path(int delayMillis, long cutAfter) {
        /** As fast as can be, and without an end. */
        public static final Path PLAIN = new Path(0, 0);
    }

    /**
     * Plain in both directions, 500 clients. A side that does not read holds up the one that sends for as long as it likes,
     * as it would without a relay: what the systems keep for a slow one is more than it may read in a minute.
     */
    public static final RelayOptions STANDARD = new RelayOptions(ConnectOptions.STANDARD, Path.PLAIN, Path.PLAIN, 500);

    /** The same with these ways. */
    public RelayOptions with(Path toServer, Path toClient) {
        return new RelayOptions(connect, toServer, toClient, mostClients);
    }
}
