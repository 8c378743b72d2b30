package dev.earshot.ui.parts;

/** A frame that can show the guide, also for the windows beside it. Called on the EDT. */
public interface GuideHost {
    /**
     * Opens the guide at a page.
     *
     * @param page the name of its file without the ending, such as {@code plots}
     */
    void openGuide(String page);
}
