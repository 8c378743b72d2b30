package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.reply.AnswerKind;
import dev.earshot.reply.AnswerKinds;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.BehaviourFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what sessions do by themselves from one run to the next. The latest behaviour is in {@code replies.json} among the
 * tab's files. What was last chosen of each kind of answer with settings is in {@code replies-KIND.json}, so that no rule is
 * lost for trying something else. Any thread.
 */
public final class ReplySettings {
    private static final Logger log = LoggerFactory.getLogger(ReplySettings.class);

    private final Settings settings;
    private final CompletableFuture<Map<AnswerKind<?>, Behaviour>> read;
    private final Map<Path, Behaviour> fresh = new ConcurrentHashMap<>();
    private boolean registered;

    /** Reads what is kept of each kind, on the thread {@code replies}. */
    public ReplySettings(Settings settings) {
        this.settings = settings;
        read = new CompletableFuture<>();
        Background.run("replies", () -> read.complete(readAll()));
    }

    /** The latest behaviour; one that does nothing if there is none or it cannot be read. Blocks for a small file. */
    public static Behaviour latest(Settings settings) {
        Behaviour kept = read(settings.tabFile("replies.json"));
        return kept == null ? Behaviour.NONE : kept;
    }

    /** What was last chosen of this kind of answer; null if nothing was. Waits only until the files have been read. */
    public Behaviour of(AnswerKind<?> kind) {
        return read.join().get(kind);
    }

    /** Takes this as the latest; it is written by {@link #save}, at the latest with the settings. */
    public synchronized void keep(Behaviour behaviour) {
        keepKind(behaviour);
        fresh.put(settings.tabFile("replies.json"), behaviour);
    }

    /** Takes this as the latest of its kind only. */
    public synchronized void keepKind(Behaviour behaviour) {
        AnswerKind<?> kind = behaviour.answer().kind();
        if (kind.hasSettings()) {
            fresh.put(file(kind), behaviour);
        }
        if (!registered) {
            registered = true;
            settings.beforeSave(this::save);
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

    private Map<AnswerKind<?>, Behaviour> readAll() {
        Map<AnswerKind<?>, Behaviour> found = new HashMap<>();
        for (AnswerKind<?> kind : AnswerKinds.ALL) {
            Behaviour kept = kind.hasSettings() ? read(file(kind)) : null;
            if (kept != null && kept.answer().kind() == kind) {
                found.put(kind, kept);
            }
        }
        return found;
    }

    private Path file(AnswerKind<?> kind) {
        return settings.tabFile("replies-" + kind.id() + ".json");
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
