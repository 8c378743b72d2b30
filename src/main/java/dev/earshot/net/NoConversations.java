package dev.earshot.net;

/** The conversations of an endpoint that is not open: every peer has left. */
final class NoConversations implements Conversations {
    @Override
    public boolean send(Peer peer, byte[] bytes, Origin origin) {
        return false;
    }

    @Override
    public boolean awaitRoom(Peer peer, int bytes, int millis) {
        return false;
    }

    @Override
    public void disconnect(Peer peer) {}

    @Override
    public void abort(Peer peer) {}

    @Override
    public long waitingBytes(Peer peer) {
        return 0;
    }
}
