package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.reply.Answer;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.BehaviourFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What sessions do by themselves, kept from one run to the next: the latest behaviour in {@code replies.json} among the
 * tab's files, and what was last chosen of each kind of answer that has something to choose in {@code replies-KIND.json}, so
 * that no rule is lost for trying something else. Any thread.
 */
public final class ReplySettings {
    private static final Logger log = LoggerFactory.getLogger(ReplySettings.class);
    private static final List<Class<? extends Answer>> KINDS =
            List.of(Answer.Reply.class, Answer.Rules.class, Answer.Chat.class, Answer.Roles.class);

    private final Settings settings;
    private final CompletableFuture<Map<Class<? extends Answer>, Behaviour>> read;
    private final Map<Path, Behaviour> fresh = new ConcurrentHashMap<>();
    private boolean registered;

    /** Reads what is kept of each kind, on the thread {@code replies}. */
    public ReplySettings(Settings settings) {
        this.settings = settings;
        read = new CompletableFuture<>();
        Thread thread = new Thread(() -> read.complete(readAll()), "replies");
        thread.setDaemon(true);
        thread.start();
    }

    /** The latest behaviour; one that does nothing if there is none or it cannot be read. Blocks for a small file. */
    public static Behaviour latest(Settings settings) {
        Behaviour kept = read(settings.ofTab("replies.json"));
        return kept == null ? Behaviour.NONE : kept;
    }

    /** What was last chosen of this kind of answer; null if nothing was. Waits only until the files have been read. */
    public Behaviour of(Class<? extends Answer> kind) {
        return read.join().get(kind);
    }

    /** Takes this as the latest; it is written by {@link #save}, at the latest with the settings. */
    public synchronized void keep(Behaviour behaviour) {
        keepKind(behaviour);
        fresh.put(settings.ofTab("replies.json"), behaviour);
    }

    /** Takes this as the latest of its kind only. */
    public synchronized void keepKind(Behaviour behaviour) {
        Class<? extends Answer> kind = behaviour.answer().getClass();
        if (KINDS.contains(kind)) {
            fresh.put(file(kind), behaviour);
        }
        if (!registered) {
            registered = true;
            settings.whenSaved(this::save);
        }
    }

    /** Writes what has been kept since. A failure is logged. */
    public synchronized void save() {
        fresh.forEach((file, behaviour) -> {
            try {
                TextFile.write(file, BehaviourFile.text(behaviour));
            } catch (Problem e) {
                log.warn("{} cannot be written", file, e);
            }
        });
        fresh.clear();
    }

    private Map<Class<? extends Answer>, Behaviour> readAll() {
        Map<Class<? extends Answer>, Behaviour> found = new HashMap<>();
        for (Class<? extends Answer> kind : KINDS) {
            Behaviour kept = read(file(kind));
            if (kept != null && kept.answer().getClass() == kind) {
                found.put(kind, kept);
            }
        }
        return found;
    }

    private Path file(Class<? extends Answer> kind) {
        return settings.ofTab("replies-" + kind.getSimpleName().toLowerCase(Locale.ROOT) + ".json");
    }

    private static Behaviour read(Path file) {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return BehaviourFile.parse(TextFile.read(file), file.getFileName().toString());
        } catch (Problem e) {
            log.warn("{} is not understood and is set aside", file, e);
            setAside(file);
            return null;
        }
    }

    private static void setAside(Path file) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".broken"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("{} cannot be set aside", file, e);
        }
    }
}
