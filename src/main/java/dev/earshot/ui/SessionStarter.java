package dev.earshot.ui;

import dev.earshot.codec.Problem;
import dev.earshot.reply.Behaviour;
import dev.earshot.session.Session;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Starts the sessions of tabs in the background, then opens their endpoints or sets their replies as requested.
 * Confined to the EDT.
 */
final class SessionStarter {
    private final Program program;
    private final SessionTab.Builder builder;
    private final Predicate<SessionTab> isOpen;
    private final Consumer<SessionTab> ready;
    private final BiConsumer<SessionTab, Problem> failed;
    private final Set<SessionTab> starting = new HashSet<>();
    private final Set<SessionTab> toOpen = new HashSet<>();
    private final Map<SessionTab, Behaviour> toReply = new HashMap<>();

    /**
     * Creates a starter that has nothing to start yet.
     *
     * @param isOpen whether a tab is still in the window; else its session is closed as soon as it has started
     * @param ready takes a tab whose session runs
     * @param failed takes a tab whose session could not be started
     */
    SessionStarter(
            Program program,
            SessionTab.Builder builder,
            Predicate<SessionTab> isOpen,
            Consumer<SessionTab> ready,
            BiConsumer<SessionTab, Problem> failed) {
        this.program = program;
        this.builder = builder;
        this.isOpen = isOpen;
        this.ready = ready;
        this.failed = failed;
    }

    /** Starts the session of a tab, or reports the tab as ready if its session runs. */
    void start(SessionTab tab) {
        if (tab.session() != null) {
            if (toOpen.remove(tab)) {
                tab.build(builder).connect().startAtStart();
            }
            ready.accept(tab);
        } else if (starting.add(tab)) {
            program.begin(tab.settings(), session -> started(tab, session), problem -> {
                starting.remove(tab); // choosing the tab again tries again
                failed.accept(tab, problem);
            });
        }
    }

    /** Starts the session of a tab and opens its endpoint. */
    void openEndpoint(SessionTab tab) {
        toOpen.add(tab);
        start(tab);
    }

    /** Replies in a tab like this once its session has started. */
    void replyLike(SessionTab tab, Behaviour behaviour) {
        toReply.put(tab, behaviour);
    }

    private void started(SessionTab tab, Session session) {
        starting.remove(tab);
        if (!isOpen.test(tab)) {
            program.close(session);
            return;
        }
        tab.setSession(session);
        start(tab);
        Behaviour behaviour = toReply.remove(tab);
        if (behaviour != null) {
            tab.build(builder).setBehaviour(behaviour);
        }
    }
}
