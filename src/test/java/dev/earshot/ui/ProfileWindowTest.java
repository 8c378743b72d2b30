package dev.earshot.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.TextForm;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.EchoAnswer;
import dev.earshot.send.Draft;
import dev.earshot.send.Profile;
import dev.earshot.send.ProfileFile;
import dev.earshot.send.QuickSend;
import dev.earshot.send.QuickSends;
import dev.earshot.session.ReplySettings;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TabKeys;
import dev.earshot.session.settings.TcpServerKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Profiles in the window: what is saved, and the tab that is opened. */
@Tag("gui")
@EnabledIf("dev.earshot.ui.Display#present")
class ProfileWindowTest {
    private static final Profile PROFILE = new Profile(
            "Boiler",
            TcpServerKind.KIND,
            Map.of(TcpServerKind.PORT, "5021", Settings.VIEW, "hex"),
            Behaviour.NONE.with(new EchoAnswer()),
            new QuickSends(
                    List.of(QuickSend.of("READ", Draft.EMPTY.with("01 03", TextForm.HEX, Optional.empty()))), 2));

    @TempDir
    private Path folder;

    private TestWindow ui;

    @AfterEach
    void close() {
        if (ui != null) {
            ui.close();
        }
    }

    private JTextField portField() {
        return TestWindow.find(ui.window.workspace(), "portField");
    }

    @Test
    void aProfileOpensInATabOfItsOwnAndIsSavedTheSame() throws Exception {
        ui = new TestWindow(folder);
        TestWindow.run(() -> ui.window.profiles().open(PROFILE));
        await().until(() -> TestWindow.onEdt(() -> ui.window.workspace() != null
                && ui.window.tabs().selected().session().replies().behaviour().answer() instanceof EchoAnswer));
        assertThat(TestWindow.onEdt(() -> ui.window.tabs().all().size())).isEqualTo(2);
        assertThat(TestWindow.onEdt(() -> portField().getText())).isEqualTo("5021");
        TestWindow.run(() -> portField().setText("5022"));
        await().until(() -> TestWindow.onEdt(
                () -> ui.window.profiles().present().quickSends().equals(PROFILE.quickSends())));
        Profile saved = TestWindow.onEdt(() -> ui.window.profiles().present());
        assertThat(saved.name()).isEqualTo("Boiler");
        assertThat(saved.get(TcpServerKind.PORT)).as("as it was just typed").isEqualTo("5022");
        assertThat(saved.get(Settings.VIEW)).isEqualTo("hex");
        assertThat(saved.behaviour()).isEqualTo(PROFILE.behaviour());
        assertThat(ProfileFile.parse(ProfileFile.print(saved), "p")).isEqualTo(saved);
    }

    @Test
    void theTabOfAStartIsTheSameAtTheNextStart() throws Exception {
        Path file = folder.resolve("boiler.json");
        Files.writeString(file, ProfileFile.print(PROFILE));
        Settings settings = new Settings(folder.resolve("settings.properties"));
        ProfileTab.prepare(settings, file.toString());
        assertThat(settings.get(Settings.TABS)).containsExactly(1, 2);
        assertThat(settings.selectedTab()).isEqualTo(2);
        Settings tab = settings.tab(2);
        assertThat(tab.get(TcpServerKind.PORT)).isEqualTo("5021");
        assertThat(tab.get(TabKeys.PROFILE)).isEqualTo(file.toString());
        assertThat(ReplySettings.latest(tab)).isEqualTo(PROFILE.behaviour());
        tab.put(TcpServerKind.PORT, "1");
        ProfileTab.prepare(settings, file.toString());
        assertThat(settings.get(Settings.TABS)).containsExactly(1, 2);
        assertThat(tab.get(TcpServerKind.PORT)).as("the file says so").isEqualTo("5021");
    }
}
