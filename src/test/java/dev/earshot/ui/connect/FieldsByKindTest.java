package dev.earshot.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.EndpointKinds;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Theme;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("gui")
class FieldsByKindTest {
    @TempDir
    private Path folder;

    /** A bar that does nothing. */
    static final class NoBar implements EndpointFields.Bar {
        @Override
        public void start() {}

        @Override
        public void edited() {}

        @Override
        public void ask(String question, String yes, Object... arguments) {}

        @Override
        public void openClient(String host, String port) {}

        @Override
        public void fail(Problem problem) {}
    }

    @Test
    void everyKindHasFieldsOfItsOwn() throws Exception {
        Settings settings = new Settings(folder.resolve("settings.properties"));
        Theme.install(settings);
        Session session = Session.begin(new CaptureStore(folder.resolve("sessions")), Framing.LINES);
        try {
            EventQueue.invokeAndWait(() -> EndpointKinds.ALL.forEach(kind -> check(kind, session, settings)));
        } finally {
            session.close();
        }
    }

    private void check(EndpointKind kind, Session session, Settings settings) {
        Words words = new Words(Locale.ENGLISH).forKind(kind);
        EndpointFields fields =
                FieldsByKind.create(kind, new EndpointFields.Context(session, settings, words, List::of, new NoBar()));
        assertThat(fields.fields()).as(kind.id()).isNotEmpty();
        assertThat(fields.chosenOptions()).as(kind.id()).isEmpty();
        assertThat(fields.emptyState(session.status())).as(kind.id()).isNotNull();
        fields.setEditable(false);
        assertThat(fields.first().isEnabled()).as(kind.id()).isFalse();
        fields.save();
        fields.refresh();
        if (fields.options() != null) {
            assertThat(fields.options().get()).as(kind.id()).isNotNull();
        }
    }
}
