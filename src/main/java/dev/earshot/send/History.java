package dev.earshot.send;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The messages that were sent, and a walk through them that begins and ends at the text being typed. Each combination
 * of text, form and encoding is kept once. Confined to one thread.
 */
public final class History {
    /** The most messages that are kept. */
    public static final int MOST = 200;

    /** The most characters that are kept in all, besides the latest message. */
    static final int MOST_CHARACTERS = 4_000_000;

    private final List<Draft> sent = new ArrayList<>(); // the latest last
    private int place; // sent.size() = at what is being typed
    private Draft typedDraft = Draft.EMPTY;

    /** Adds these messages, the latest of which is the first. */
    public void addAll(List<Draft> latestFirst) {
        for (int i = latestFirst.size() - 1; i >= 0; i--) {
            put(latestFirst.get(i));
        }
    }

    /** Adds a message as the latest, and begins the walk anew. */
    public void add(Draft draft) {
        put(draft);
        typedDraft = Draft.EMPTY;
    }

    private void put(Draft draft) {
        sent.removeIf(known -> isSameEntry(known, draft));
        sent.add(draft);
        while (sent.size() > MOST || sent.size() > 1 && characters() > MOST_CHARACTERS) {
            sent.remove(0);
        }
        place = sent.size();
    }

    private long characters() {
        return sent.stream().mapToLong(draft -> draft.text().length()).sum();
    }

    /** Removes a message, and begins the walk anew. */
    public void remove(Draft draft) {
        sent.removeIf(known -> isSameEntry(known, draft));
        place = sent.size();
    }

    /** Removes all messages. */
    public void clear() {
        sent.clear();
        place = 0;
    }

    /** Returns all messages, the latest first. */
    public List<Draft> latestFirst() {
        List<Draft> all = new ArrayList<>(sent);
        Collections.reverse(all);
        return all;
    }

    /**
     * Goes one step on the walk and returns the message there.
     *
     * @param step -1 to the older message, 1 to the newer one
     * @param current the draft being typed; it is kept when the walk leaves it, and comes back at its end
     * @return null if there is no message in that direction
     */
    public Draft walk(int step, Draft current) {
        int wanted = place + step;
        if (wanted < 0 || wanted > sent.size()) {
            return null;
        }
        if (place == sent.size()) {
            typedDraft = current;
        }
        place = wanted;
        return place == sent.size() ? typedDraft : sent.get(place);
    }

    /** Begins the walk anew, because the message that it found was edited and is a draft now. */
    public void restartWalk() {
        place = sent.size();
    }

    /** Whether two drafts are one entry of the history. */
    private static boolean isSameEntry(Draft one, Draft other) {
        return one.text().equals(other.text())
                && one.form() == other.form()
                && one.fixedEncoding().equals(other.fixedEncoding());
    }
}
