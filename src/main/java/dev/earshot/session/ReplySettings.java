package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.files.WholeFile;
import dev.earshot.net.Background;
import dev.earshot.reply.AnswerKind;
import dev.earshot.reply.AnswerKinds;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.BehaviourFile;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves a tab's automatic replies between runs. The latest behaviour is in {@code replies.json} among the tab's files.
 * The latest behaviour of each kind of answer with settings is in {@code replies-KIND.json}, so that trying another
 * kind loses no rules. Any thread.
 */
public final class ReplySettings {
    private static final Logger log = LoggerFactory.getLogger(ReplySettings.class);

    private final Settings settings;
    private final CompletableFuture<Map<AnswerKind<?>, Behaviour>> read;
    private final Map<Path, Behaviour> unsaved = new ConcurrentHashMap<>();
    private boolean registered;

    /** Begins to read the latest behaviour of each kind, on the thread {@code replies}. */
    public ReplySettings(Settings settings) {
        this.settings = settings;
        read = new CompletableFuture<>();
        Background.run("replies", () -> read.complete(readAll()));
    }

    /** Reads the latest behaviour; one without replies if there is none or it is broken. Blocks for a small file. */
    public static Behaviour latest(Settings settings) {
        Behaviour saved = read(settings.tabFile("replies.json"));
        return saved == null ? Behaviour.NONE : saved;
    }

    /** Returns the latest behaviour with this kind of answer, or null. Waits until the files have been read. */
    public Behaviour of(AnswerKind<?> kind) {
        return read.join().get(kind);
    }

    /** Makes this the latest behaviour. {@link #save} writes it, at the latest with the settings. */
    public synchronized void keep(Behaviour behaviour) {
        keepKind(behaviour);
        unsaved.put(settings.tabFile("replies.json"), behaviour);
    }

    /** Makes this the latest behaviour of its kind of answer only. */
    public synchronized void keepKind(Behaviour behaviour) {
        AnswerKind<?> kind = behaviour.answer().kind();
        if (kind.hasSettings()) {
            unsaved.put(file(kind), behaviour);
        }
        if (!registered) {
            registered = true;
            settings.beforeSave(this::save);
        }
    }

    /** Writes all unsaved behaviours. A failure is logged. */
    public synchronized void save() {
        unsaved.forEach((file, behaviour) -> {
            try {
                TextFile.write(file, BehaviourFile.text(behaviour));
            } catch (Problem e) {
                log.warn("{} cannot be written", file, e);
            }
        });
        unsaved.clear();
    }

    private Map<AnswerKind<?>, Behaviour> readAll() {
        Map<AnswerKind<?>, Behaviour> found = new HashMap<>();
        for (AnswerKind<?> kind : AnswerKinds.ALL) {
            Behaviour saved = kind.hasSettings() ? read(file(kind)) : null;
            if (saved != null && saved.answer().kind() == kind) {
                found.put(kind, saved);
            }
        }
        return found;
    }

    private Path file(AnswerKind<?> kind) {
        return settings.tabFile("replies-" + kind.id() + ".json");
    }

    private static Behaviour read(Path file) {
        WholeFile.recover(file);
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
            WholeFile.setAside(file);
        } catch (IOException e) {
            log.warn("{} cannot be set aside", file, e);
        }
    }
}
