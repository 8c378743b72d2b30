package dev.earshot.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.TextForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendMemoryTest {
    @TempDir
    private Path folder;

    private Path sendFile;
    private Path quickFile;

    @BeforeEach
    void name() {
        sendFile = folder.resolve("config/send.json");
        quickFile = folder.resolve("config/quick-sends.json");
    }

    @Test
    void draftHistoryAndQuickSendsAreLoadedAgain() {
        SendMemory.Content content = new SendMemory.Content(
                text("half a\nsentence"),
                List.of(text("two"), text("31").with("31", TextForm.HEX, Optional.empty()), gbk("一")),
                new QuickSends(List.of(QuickSend.of("A", text("a"))), 3));
        SendMemory before = remembered();
        before.load();
        before.keep(content);
        before.save();
        assertThat(remembered().load()).isEqualTo(content);
    }

    @Test
    void filesAreNotOverwrittenBeforeTheyAreRead() throws IOException {
        SendMemory before = remembered();
        before.load();
        before.keep(new SendMemory.Content(text("draft"), List.of(), QuickSends.NONE));
        before.save();
        SendMemory early = remembered();
        early.keep(SendMemory.Content.EMPTY);
        early.save();
        assertThat(remembered().load().draft()).isEqualTo(text("draft"));
    }

    @Test
    void aBrokenFileIsSetAsideAndReportedIfItHasQuickSends() throws IOException {
        Files.createDirectories(sendFile.getParent());
        Files.writeString(sendFile, "{");
        Files.writeString(quickFile, "[]");
        SendMemory remembered = remembered();
        assertThat(remembered.load()).isEqualTo(SendMemory.Content.EMPTY);
        assertThat(remembered.problem().key()).isEqualTo("problem.json.whole");
        assertThat(folder.resolve("config/send.json.broken")).hasContent("{");
        assertThat(folder.resolve("config/quick-sends.json.broken")).hasContent("[]");
    }

    @Test
    void veryLongTextsAreLeftOut() {
        String longText = "x".repeat(SendMemory.MOST_TEXT + 1);
        SendMemory before = remembered();
        before.load();
        before.keep(new SendMemory.Content(text(longText), List.of(text(longText), text("short")), QuickSends.NONE));
        before.save();
        SendMemory.Content after = remembered().load();
        assertThat(after.draft()).isEqualTo(Draft.EMPTY);
        assertThat(after.history()).containsExactly(text("short"));
    }

    private SendMemory remembered() {
        return new SendMemory(sendFile, quickFile);
    }

    private static Draft text(String text) {
        return Draft.EMPTY.with(text, TextForm.TEXT, Optional.empty());
    }

    private static Draft gbk(String text) {
        return text(text).with(text, TextForm.TEXT, Optional.of(Encoding.GBK));
    }
}
