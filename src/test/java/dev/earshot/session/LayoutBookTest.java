package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Problem;
import dev.earshot.fields.MessageLayout;
import dev.earshot.fields.edit.EditedField;
import dev.earshot.fields.edit.EditedLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of the user's file of layouts. */
class LayoutBookTest {
    @TempDir
    private Path folder;

    private static EditedLayout meter() {
        return EditedLayout.named("own-meter").withFields(List.of(EditedField.of("temp", "u16")));
    }

    @Test
    void writesAChangeAndReadsByIt() throws Problem, IOException {
        LayoutBook book = new LayoutBook(folder);
        AtomicInteger told = new AtomicInteger();
        book.listen(told::incrementAndGet);
        book.change(present -> present.with(meter()));
        assertThat(told).hasValue(1);
        assertThat(book.await().all().stream().map(MessageLayout::name)).startsWith("own-meter");
        assertThat(Files.readString(book.file()))
                .isEqualTo("{\n"
                        + "  \"format\": \"earshot fields 1\",\n"
                        + "  \"layouts\": [\n"
                        + "    {\"name\": \"own-meter\", \"fields\": [{\"name\": \"temp\", \"type\": \"u16\"}]}\n"
                        + "  ]\n"
                        + "}\n");
        book.change(present -> present);
        assertThat(told).hasValue(1);
        assertThat(new LayoutBook(folder).read().named("own-meter")).isEqualTo(meter());
    }

    @Test
    void neverOverwritesABrokenFile() throws Problem, IOException {
        LayoutBook book = new LayoutBook(folder);
        Files.writeString(book.file(), "{\"format\": \"earshot fields 1\",\n \"layouts\": [{\"name\": 1}]}");
        assertThatThrownBy(() -> book.change(present -> present.with(meter())))
                .isInstanceOfSatisfying(
                        Problem.class, e -> assertThat(e.arguments().get(0)).isEqualTo(book.file() + ":2:16"));
        assertThat(Files.readString(book.file())).contains("\"name\": 1");
    }

    @Test
    void changesWhatAnEditorHasWrittenMeanwhile() throws Problem, IOException {
        LayoutBook book = new LayoutBook(folder);
        book.change(present -> present.with(meter()));
        Files.writeString(book.file(), Files.readString(book.file()).replace("own-meter", "renamed"));
        book.change(present -> present.with(EditedLayout.named("second")));
        assertThat(book.read().layouts().stream().map(EditedLayout::name)).containsExactly("renamed", "second");
    }
}
