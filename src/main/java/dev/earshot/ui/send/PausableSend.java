package dev.earshot.ui.send;

/** A background send that a person can pause, or release message by message. */
interface PausableSend extends ActiveSend {

    boolean paused();

    void pause(boolean wanted);

    /** Whether each message waits for a person. */
    boolean byHand();

    /** Releases the next message. */
    void next();
}
