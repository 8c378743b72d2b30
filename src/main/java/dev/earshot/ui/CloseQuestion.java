package dev.earshot.ui;

import dev.earshot.journal.storage.CaptureState;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Decides whether closing a tab or the window needs a question. It does where a conversation would be cut, or where
 * messages that are only in memory would be lost.
 */
final class CloseQuestion {
    private static final int MOST_NAMED = 3;

    private CloseQuestion() {}

    /** Returns the question to ask before a tab is closed; empty if it can simply be closed. */
    static String ofTab(SessionTab tab, Words words) {
        if (conversations(tab) > 0) {
            return words.forKind(tab.kind())
                    .of(
                            "ui.tab.close.connected",
                            conversations(tab),
                            tab.title(words).strip());
        }
        return isUnkept(tab) ? words.of("ui.tab.close.unkept", tab.title(words).strip()) : "";
    }

    /** Returns the question to ask before the window with these tabs is closed; empty if it can simply be closed. */
    static String ofWindow(List<SessionTab> tabs, Words words) {
        int conversations = tabs.stream().mapToInt(CloseQuestion::conversations).sum();
        if (conversations > 0) {
            List<SessionTab> busy =
                    tabs.stream().filter(tab -> conversations(tab) > 0).toList();
            return words.of("ui.quit.connected", conversations, titles(busy, words));
        }
        List<SessionTab> unkept = tabs.stream().filter(CloseQuestion::isUnkept).toList();
        return unkept.isEmpty() ? "" : words.of("ui.quit.unkept", titles(unkept, words));
    }

    private static String titles(List<SessionTab> tabs, Words words) {
        String some = tabs.stream()
                .limit(MOST_NAMED)
                .map(tab -> tab.title(words).strip())
                .collect(Collectors.joining(words.of("ui.comma")));
        return tabs.size() > MOST_NAMED ? some + ", ..." : some;
    }

    private static int conversations(SessionTab tab) {
        return isLive(tab) ? tab.session().clients().presentCount() : 0;
    }

    private static boolean isUnkept(SessionTab tab) {
        return isLive(tab) && tab.session().log().storage().state().kind() != CaptureState.Kind.KEPT;
    }

    private static boolean isLive(SessionTab tab) {
        Session session = tab.session();
        return session != null && session.isWritable();
    }
}
