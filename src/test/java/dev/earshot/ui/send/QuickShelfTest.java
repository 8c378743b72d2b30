package dev.earshot.ui.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.send.Draft;
import dev.earshot.send.QuickSends;
import dev.earshot.session.settings.Settings;
import java.awt.EventQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickShelfTest {
    @TempDir
    private Path folder;

    @Test
    void aChangeHoldsInAllTabsAndALaterReadDoesNotUndoIt() {
        QuickShelf shelf = new QuickShelf();
        QuickSends found = new QuickSends(List.of(), 2);
        QuickSends changed = new QuickSends(List.of(), 3);
        assertThat(shelf.quickSends()).isEqualTo(QuickSends.NONE);
        shelf.read(found);
        shelf.change(changed);
        shelf.read(found);
        assertThat(shelf.quickSends()).isEqualTo(changed);
    }

    @Test
    void tabsShareTheQuickSendsAndEachHasADraftOfItsOwn() throws Exception {
        Settings settings = new Settings(folder.resolve("settings.properties"));
        QuickShelf shelf = new QuickShelf();
        SendState first = loaded(settings.tab(1), shelf);
        SendState second = loaded(settings.tab(2), shelf);
        QuickSends changed = new QuickSends(List.of(), 3);
        EventQueue.invokeAndWait(() -> {
            first.quickSends(changed);
            first.typed(draft("in the first"));
            second.typed(draft("in the second"));
            assertThat(second.quickSends()).isEqualTo(changed);
        });
        settings.save();
        assertThat(folder.resolve("send.json")).content().contains("in the first");
        assertThat(folder.resolve("tab-2/send.json")).content().contains("in the second");
        assertThat(Files.exists(folder.resolve("tab-2/quick-sends.json"))).isFalse();
    }

    private static Draft draft(String text) {
        return Draft.EMPTY.with(text, Draft.EMPTY.form(), Draft.EMPTY.fixedEncoding());
    }

    private static SendState loaded(Settings tab, QuickShelf shelf) throws Exception {
        SendState made = new SendState(tab, shelf);
        CountDownLatch loaded = new CountDownLatch(1);
        EventQueue.invokeAndWait(() -> made.load(draft -> loaded.countDown()));
        loaded.await();
        return made;
    }
}
