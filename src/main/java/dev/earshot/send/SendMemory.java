package dev.earshot.send;

import dev.earshot.codec.JsonFields;
import dev.earshot.codec.JsonFormat;
import dev.earshot.codec.JsonText;
import dev.earshot.codec.Problem;
import dev.earshot.files.WholeFile;
import dev.earshot.net.Background;
import dev.earshot.session.settings.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the content of the send box from one run of the program to the next: the draft and the sent messages in
 * {@code send.json}, the quick sends in {@code quick-sends.json}. Any thread; {@link #load} and {@link #save} block and
 * stay off the EDT. A file that cannot be understood is kept as {@code *.broken}.
 */
public final class SendMemory {
    /** The longest text that is kept, in characters, as the file is written often. */
    static final int MOST_TEXT = 64 * 1024;

    private static final int MOST_TEXTS = 1024 * 1024;
    private static final String FORMAT = "earshot send box 1";
    private static final Logger log = LoggerFactory.getLogger(SendMemory.class);

    /**
     * The content that is kept.
     *
     * @param draft the message being typed
     * @param history the sent messages, the latest first
     */
    public record Content(Draft draft, List<Draft> history, QuickSends quickSends) {
        public static final Content EMPTY = new Content(Draft.EMPTY, List.of(), QuickSends.NONE);

        public Content {
            history = List.copyOf(history);
        }
    }

    private final Path sendFile;
    private final Path quickFile;
    private final ExecutorService thread = Background.worker("remember");
    private volatile Content latest; // null until loaded: what was not read must not be written over
    private Content saved = Content.EMPTY; // guarded by this
    private volatile Problem problem;

    public SendMemory(Path sendFile, Path quickFile) {
        this.sendFile = sendFile;
        this.quickFile = quickFile;
    }

    /** Reads the files in the background, and runs {@code loaded} there. */
    public void loadSoon(Consumer<Content> loaded) {
        thread.execute(() -> loaded.accept(load()));
    }

    /** Reads the files. From now on {@link #keep} takes new content. */
    public synchronized Content load() {
        Content loadedContent = new Content(Draft.EMPTY, List.of(), readQuickSends());
        loadedContent = readSent(loadedContent);
        saved = loadedContent;
        latest = loadedContent;
        return loadedContent;
    }

    /** Returns the problem with the file of the quick sends when it was read, or null. */
    public Problem problem() {
        return problem;
    }

    /** Takes the content to be saved next. Does nothing before the files are loaded. */
    public void keep(Content content) {
        if (latest != null) {
            latest = content;
        }
    }

    /** Writes the changed content, in the background. */
    public void saveSoon() {
        thread.execute(this::save);
    }

    /** Writes the changed content. A failure is logged and tried again the next time. */
    public synchronized void save() {
        Content content = latest;
        if (content == null) {
            return;
        }
        try {
            if (!content.quickSends().equals(saved.quickSends())) {
                TextFile.write(quickFile, QuickSendsFile.print(content.quickSends()));
                saved = new Content(saved.draft(), saved.history(), content.quickSends());
            }
            if (!content.equals(saved)) {
                TextFile.write(sendFile, print(content));
                saved = content;
            }
        } catch (Problem e) {
            log.warn("What the send box remembers cannot be written: {}", e.toString());
        }
    }

    private QuickSends readQuickSends() {
        WholeFile.recover(quickFile);
        if (!Files.exists(quickFile)) {
            return QuickSends.NONE;
        }
        try {
            return QuickSendsFile.parse(TextFile.read(quickFile), quickFile.toString());
        } catch (Problem e) {
            problem = e;
            setAside(quickFile, e);
            return QuickSends.NONE;
        }
    }

    private Content readSent(Content loadedContent) {
        WholeFile.recover(sendFile);
        if (!Files.exists(sendFile)) {
            return loadedContent;
        }
        try {
            JsonFields from = JsonFields.parse(TextFile.read(sendFile), sendFile.toString());
            JsonFormat.require(from, FORMAT);
            List<Draft> history = new ArrayList<>();
            for (JsonFields fields : from.objects("history")) {
                history.add(DraftJson.read(fields));
            }
            return new Content(DraftJson.read(from.object("draft")), history, loadedContent.quickSends());
        } catch (Problem e) {
            setAside(sendFile, e);
            return loadedContent;
        }
    }

    private static void setAside(Path file, Problem why) {
        log.warn("{} is not understood: {}", file, why.getMessage());
        try {
            WholeFile.setAside(file);
        } catch (IOException e) {
            log.warn("{} cannot be set aside", file, e);
        }
    }

    private static String print(Content content) {
        return JsonText.of(out -> {
            out.name("format").value(FORMAT);
            out.name("draft").beginObject();
            DraftJson.write(out, isShortEnough(content.draft()) ? content.draft() : Draft.EMPTY);
            out.endObject();
            out.name("history").beginArray();
            int room = MOST_TEXTS;
            for (Draft draft : content.history()) {
                room -= draft.text().length();
                if (isShortEnough(draft) && room >= 0) {
                    out.beginObject();
                    DraftJson.write(out, draft);
                    out.endObject();
                }
            }
            out.endArray();
        });
    }

    private static boolean isShortEnough(Draft draft) {
        return draft.text().length() <= MOST_TEXT;
    }
}
