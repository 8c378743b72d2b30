package dev.earshot.ui.send;

import dev.earshot.session.Words;

/** Something that is being sent by itself, as its line in the window says it. */
interface ActiveSend {
    /** Nothing is known about how far it is, or there is no end. */
    double ENDLESS = -1;

    /** There is nothing to be shown about how far it is. */
    double NO_BAR = -2;

    /** What goes on, to whom, and how far it is; or what came of it. */
    String words(Words words);

    /** From 0 to 1, or {@link #ENDLESS} or {@link #NO_BAR}. */
    double progress();

    boolean ended();

    /** Whether something went wrong. */
    boolean failed();

    /** Whether it ended because somebody wanted it. */
    boolean stopped();

    void stop();
}
