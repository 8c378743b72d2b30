package dev.earshot.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import dev.earshot.session.settings.LoopKind;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.tftp.TransferMode;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.parts.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the fields and the form of a kind of endpoint that has none of its own. */
@Tag("gui")
class SettingsFieldsTest {
    private static final LoopKind KIND = new LoopKind();
    private static final Words WORDS = new Words(Locale.ENGLISH);

    @TempDir
    private Path folder;

    private Settings settings;
    private Session session;
    private EndpointFields fields;

    @BeforeEach
    void open() throws IOException {
        settings = new Settings(folder.resolve("settings.properties"));
        settings.put(LoopKind.NAME, "echo");
        TestWindow.run(() -> Theme.install(settings));
        session = Session.begin(new CaptureStore(folder.resolve("sessions")), Framing.LINES);
        fields = TestWindow.onEdt(() -> FieldsByKind.create(
                KIND, new EndpointFields.Context(session, settings, WORDS, List::of, new FieldsByKindTest.NoBar())));
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aTextIsAFieldAndStartsTheEndpoint() {
        TestWindow.run(() -> {
            assertThat(fields.fields()).hasSize(1);
            assertThat(fields.fields().get(0).label().getText()).isEqualTo("Interface");
            JTextField name = field();
            assertThat(name.getName()).isEqualTo("udpInterfaceField");
            assertThat(name.getText()).isEqualTo("echo");
            name.setText(" loop ");
            assertThatCode(() -> fields.start(false)).doesNotThrowAnyException();
        });
        await().until(() -> session.status().isOpen() && session.clients().version() > 0);
        assertThat(settings.get(LoopKind.NAME)).isEqualTo("loop");
        assertThat(session.clients().present().get(0).peer().remote()).hasToString("loop-1-true-OCTET");
    }

    @Test
    void aProblemMarksTheFieldOfItsSetting() {
        TestWindow.run(() -> {
            field().setText(LoopKind.WRONG);
            assertThatThrownBy(() -> fields.start(false)).isInstanceOfSatisfying(Problem.class, fields::markWrong);
            assertThat(field().getClientProperty("JComponent.outline")).isEqualTo("error");
            fields.clearErrors();
            assertThat(field().getClientProperty("JComponent.outline")).isNull();
            assertThat(fields.isAboutOptions(new Problem("problem.udp.hops.many", -1)))
                    .isTrue();
            assertThat(fields.isAboutOptions(new Problem("problem.udp.interface", -1)))
                    .isFalse();
            assertThat(fields.isAboutOptions(new Problem("problem.udp.hopsless", -1)))
                    .as("another word")
                    .isFalse();
        });
    }

    @Test
    void allOtherSettingsAreOptions() {
        TestWindow.run(() -> {
            assertThat(fields.chosenOptions()).isEmpty();
            SettingsForm form = (SettingsForm) fields.options().get();
            JTextField number = TestWindow.find(form, "udpHopsField");
            assertThat(number.getText()).isEqualTo("1");
            number.setText("300");
            assertThatThrownBy(form::apply)
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(WORDS.of(problem)).isEqualTo("Hops (TTL) cannot be '300'."));
            number.setText("7");
            JCheckBox flag = TestWindow.find(form, "udpLoopbackBox");
            flag.setSelected(false);
            JComboBox<TransferMode> choice = TestWindow.find(form, "tftpModeBox");
            choice.setSelectedItem(TransferMode.NETASCII);
            assertThat(fields.chosenOptions()).as("not yet").isEmpty();
            assertThatCode(form::apply).doesNotThrowAnyException();
            assertThat(fields.chosenOptions())
                    .containsExactly(
                            "Hops (TTL): 7",
                            "This computer gets its own multicast too: off",
                            "Transfer as: netascii: lines of text");
        });
    }

    @Test
    void nothingIsToBeTriedInATerminal() {
        TestWindow.run(() -> {
            assertThat(fields.emptyState(session.status()).command()).isEmpty();
            assertThat(fields.emptyState(session.status()).about()).doesNotContain("terminal");
            assertThat(fields.emptyState(session.status()).heading()).contains("echo");
        });
    }

    private JTextField field() {
        JComponent first = fields.first();
        return (JTextField) first;
    }
}
