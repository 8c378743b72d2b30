package dev.earshot.ui.send;

import dev.earshot.session.words.Words;

/** A background send, such as a file or a sequence, as the window shows it: its progress, and a way to stop it. */
interface ActiveSend {
    /** The progress of a send without a known end. */
    double ENDLESS = -1;

    /** The progress of a send without a progress bar. */
    double NO_BAR = -2;

    /** Describes the content, the receivers and the progress or the result. */
    String words(Words words);

    /** Returns the progress from 0 to 1, or {@link #ENDLESS} or {@link #NO_BAR}. */
    double progress();

    boolean ended();

    /** Whether it has failed. */
    boolean failed();

    /** Whether a person stopped it. */
    boolean stopped();

    void stop();
}
