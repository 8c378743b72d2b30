package dev.earshot.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedTest {
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
    void draftHistoryAndQuickSendsAreThereTheNextTime() {
        Remembered.Content content = new Remembered.Content(
                text("half a\nsentence"),
                List.of(text("two"), text("31").with("31", Form.HEX, Optional.empty()), gbk("一")),
                new QuickSends(List.of(QuickSend.of("A", text("a"))), 3));
        Remembered before = remembered();
        before.load();
        before.keep(content);
        before.save();
        assertThat(remembered().load()).isEqualTo(content);
    }

    @Test
    void whatWasNotReadYetIsNotWrittenOver() throws IOException {
        Remembered before = remembered();
        before.load();
        before.keep(new Remembered.Content(text("draft"), List.of(), QuickSends.NONE));
        before.save();
        Remembered early = remembered();
        early.keep(Remembered.Content.EMPTY);
        early.save();
        assertThat(remembered().load().draft()).isEqualTo(text("draft"));
    }

    @Test
    void aFileThatIsNotUnderstoodIsSetAsideAndToldIfItHoldsQuickSends() throws IOException {
        Files.createDirectories(sendFile.getParent());
        Files.writeString(sendFile, "{");
        Files.writeString(quickFile, "[]");
        Remembered remembered = remembered();
        assertThat(remembered.load()).isEqualTo(Remembered.Content.EMPTY);
        assertThat(remembered.problem().key()).isEqualTo("problem.json.whole");
        assertThat(folder.resolve("config/send.json.broken")).hasContent("{");
        assertThat(folder.resolve("config/quick-sends.json.broken")).hasContent("[]");
    }

    @Test
    void veryLongTextsAreLeftOut() {
        String longText = "x".repeat(Remembered.MOST_TEXT + 1);
        Remembered before = remembered();
        before.load();
        before.keep(new Remembered.Content(text(longText), List.of(text(longText), text("short")), QuickSends.NONE));
        before.save();
        Remembered.Content after = remembered().load();
        assertThat(after.draft()).isEqualTo(Draft.EMPTY);
        assertThat(after.history()).containsExactly(text("short"));
    }

    private Remembered remembered() {
        return new Remembered(sendFile, quickFile);
    }

    private static Draft text(String text) {
        return Draft.EMPTY.with(text, Form.TEXT, Optional.empty());
    }

    private static Draft gbk(String text) {
        return text(text).with(text, Form.TEXT, Optional.of(Encoding.GBK));
    }
}
