package dev.earshot.ui.send;

import dev.earshot.session.Words;

/** Something that is being sent in the background, as its line in the window shows it. */
interface ActiveSend {
    /** The progress of what has no end, or whose end is not known. */
    double ENDLESS = -1;

    /** The progress of what has no progress bar. */
    double NO_BAR = -2;

    /** Says what is sent, to whom, and how far it is; or what came of it. */
    String words(Words words);

    /** The progress from 0 to 1, or {@link #ENDLESS} or {@link #NO_BAR}. */
    double progress();

    boolean ended();

    /** Whether it has failed. */
    boolean failed();

    /** Whether somebody stopped it. */
    boolean stopped();

    void stop();
}
