package dev.earshot.ui;

import dev.earshot.codec.Problem;
import dev.earshot.send.Profile;
import dev.earshot.send.ProfileFile;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.JsonFiles;
import dev.earshot.ui.send.QuickShelf;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Saves the set-up of the selected tab as a profile, and opens profiles in new tabs. Confined to the EDT. */
final class ProfileFiles implements JsonFiles.Listener<Profile> {
    private static final JsonFiles.Kind<Profile> KIND =
            new JsonFiles.Kind<>("profile.json", ProfileFile::parse, ProfileFile::print);

    private final MainWindow window;
    private final QuickShelf quickSends;
    private final Supplier<Words> words;
    private final Consumer<Problem> failed;

    /**
     * Creates the commands of a window.
     *
     * @param words returns the words in the present language
     * @param failed shows why a profile could not be opened or saved
     */
    ProfileFiles(MainWindow window, QuickShelf quickSends, Supplier<Words> words, Consumer<Problem> failed) {
        this.window = window;
        this.quickSends = quickSends;
        this.words = words;
        this.failed = failed;
    }

    /** Whether the selected tab has a set-up; a saved capture has none. */
    boolean canSave() {
        SessionTab tab = window.tabs().selected();
        return tab.workspace() != null && !tab.isCapture();
    }

    /** Asks for a name, and saves the set-up of the selected tab there. */
    void save() {
        files().write("ui.menu.profile.save", this::present);
    }

    /** Returns the set-up of the selected tab, also as it was just typed. */
    Profile present() {
        SessionTab tab = window.tabs().selected();
        tab.workspace().connect().save();
        Session session = tab.session();
        return Profile.of(tab.settings(), session.replies().behaviour(), quickSends.quickSends());
    }

    /** Asks for a profile and opens it. */
    void open() {
        files().read("ui.menu.profile.open");
    }

    /**
     * Opens a tab with this set-up; what is open in other tabs goes on. Quick sends are added to those that are there.
     */
    void open(Profile profile) {
        window.act(shown -> shown.sendTools().addQuickSends(profile.quickSends()));
        window.tabs().openProfile(profile);
    }

    private JsonFiles<Profile> files() {
        return new JsonFiles<>(KIND, window, words.get(), this);
    }

    @Override
    public void imported(Profile read, String file) {
        open(read);
        window.act(shown -> shown.say(words.get().of("ui.profile.opened", file)));
    }

    @Override
    public void exported(Profile written, String file) {
        window.act(shown -> shown.say(words.get().of("ui.profile.saved", file)));
    }

    @Override
    public void failed(Problem problem) {
        failed.accept(problem);
    }
}
