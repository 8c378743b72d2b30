package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.reply.Behaviour;
import dev.earshot.reply.ChatAnswer;
import dev.earshot.reply.EchoAnswer;
import dev.earshot.reply.FixedAnswer;
import dev.earshot.reply.RulesAnswer;
import dev.earshot.reply.rules.Template;
import dev.earshot.session.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplySettingsTest {
    @TempDir
    private Path folder;

    @Test
    void newSettingsHaveNoRepliesAndWriteNoFile() {
        Settings settings = settings();
        assertThat(ReplySettings.latest(settings)).isEqualTo(Behaviour.NONE);
        ReplySettings kept = new ReplySettings(settings);
        assertThat(kept.of(RulesAnswer.KIND)).isNull();
        settings.save();
        assertThat(settings.beside("replies.json")).doesNotExist();
    }

    @Test
    void theLatestBehaviourIsSavedForEachKindAndInAll() {
        Settings settings = settings();
        ReplySettings kept = new ReplySettings(settings);
        Behaviour reply = Behaviour.NONE.with(new FixedAnswer(Template.text("OK")));
        kept.keep(reply);
        kept.keep(Behaviour.NONE.with(new EchoAnswer()));
        kept.keepKind(Behaviour.NONE.with(ChatAnswer.DEFAULT));
        settings.save();
        Settings next = settings();
        assertThat(ReplySettings.latest(next).answer()).isEqualTo(new EchoAnswer());
        assertThat(new ReplySettings(next).of(FixedAnswer.KIND)).isEqualTo(reply);
        assertThat(new ReplySettings(next).of(ChatAnswer.KIND).answer()).isEqualTo(ChatAnswer.DEFAULT);
    }

    @Test
    void chosenClientsAreNotSaved() {
        Settings settings = settings();
        Behaviour echo = Behaviour.NONE.with(new EchoAnswer());
        new ReplySettings(settings)
                .keep(new Behaviour(
                        echo.answer(), echo.framing(), true, echo.greeting(), "bye", Set.of(7), echo.mostPerSecond()));
        settings.save();
        Behaviour latest = ReplySettings.latest(settings);
        assertThat(latest.onlyPeers()).isEmpty();
        assertThat(latest.endOn()).isEqualTo("bye");
        assertThat(latest.endsAfterAnswer()).isTrue();
    }

    @Test
    void aBrokenFileIsSetAside() throws IOException {
        Settings settings = settings();
        Files.writeString(settings.beside("replies.json"), "{");
        assertThat(ReplySettings.latest(settings)).isEqualTo(Behaviour.NONE);
        assertThat(settings.beside("replies.json.broken")).hasContent("{");
    }

    private Settings settings() {
        return new Settings(folder.resolve("settings.properties"));
    }
}
