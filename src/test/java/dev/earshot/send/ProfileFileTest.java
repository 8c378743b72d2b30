package dev.earshot.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.EchoAnswer;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.EndpointKinds;
import dev.earshot.session.settings.KeyPasswords;
import dev.earshot.session.settings.PlotSetup;
import dev.earshot.session.settings.RelayKind;
import dev.earshot.session.settings.SendKeys;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TabKeys;
import dev.earshot.session.settings.TcpServerKind;
import dev.earshot.session.settings.UdpKind;
import dev.earshot.session.words.Words;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileFileTest {
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    @TempDir
    private Path folder;

    private Settings tab(int number) {
        return new Settings(folder.resolve("settings.properties")).tab(number);
    }

    @Test
    void aTabIsTheSameAfterItsProfileWasSavedAndOpened() throws Exception {
        Settings tab = tab(1);
        tab.put(Settings.KIND, RelayKind.KIND);
        tab.put(Settings.NAME, "锅炉 \"1\"");
        tab.put(RelayKind.PORT, "9001");
        tab.put(RelayKind.LIMITS.most(), 8);
        tab.put(RelayKind.TLS_IN.used(), true);
        tab.put(RelayKind.TLS_IN.key(), "/keys/server.pem");
        tab.put(Settings.VIEW, "hex");
        tab.put(SendKeys.ESCAPES, false);
        tab.put(Settings.PLOTS, PlotSetup.parse("each received left expression T=\"(.*)\"\nall both own field a * 2"));
        Behaviour echo = Behaviour.NONE.with(new EchoAnswer());
        QuickSends quick = new QuickSends(
                List.of(QuickSend.of("READ", Draft.EMPTY.with("01 03", TextForm.HEX, Optional.empty()))), 3);
        Profile saved = Profile.of(tab, echo, quick);
        Profile opened = ProfileFile.parse(ProfileFile.print(saved), "p.json");
        assertThat(opened).isEqualTo(saved);
        Settings other = tab(2);
        opened.applyTo(other);
        for (SettingKey<?> key : TabKeys.of(RelayKind.KIND)) {
            assertThat((Object) other.get(key)).as(key.name()).isEqualTo(tab.get(key));
        }
        assertThat(other.get(Settings.NAME)).isEqualTo("锅炉 \"1\"");
        assertThat(other.get(Settings.KIND)).isEqualTo(RelayKind.KIND);
    }

    @Test
    void passwordsAreInNoProfile() {
        Settings tab = tab(1);
        KeyPasswords passwords = tab.passwords();
        assertThat(passwords).isNotNull();
        for (EndpointKind kind : EndpointKinds.ALL) {
            assertThat(TabKeys.of(kind)).noneMatch(key -> key.name().contains("password"));
        }
    }

    @Test
    void everySettingOfAKindIsInItsProfile() throws Exception {
        for (EndpointKind kind : EndpointKinds.ALL) {
            Set<Object> listed = new HashSet<>(TabKeys.of(kind));
            for (Field field : kind.getClass().getFields()) {
                if (field.getType() == SettingKey.class && field.get(null) != UdpKind.CALLED) {
                    assertThat(listed).as(field.toString()).contains(field.get(null));
                }
            }
        }
        assertThat(TabKeys.of(TcpServerKind.KIND)).contains(TcpServerKind.TLS.used(), TcpServerKind.LIMITS.most());
    }

    @Test
    void theExampleOfTheManualIsOne() throws Exception {
        Path file = Path.of("src/docs/profiles/modbus.json");
        Profile profile = ProfileFile.parse(Files.readString(file), "modbus.json");
        assertThat(profile.get(TcpServerKind.PORT)).isEqualTo("1502");
        assertThat(profile.get(TcpServerKind.LIMITS.most())).isEqualTo(8);
        assertThat(profile.get(Settings.FRAMING).toString()).isEqualTo("heads:????000000=length:4,2,be");
        assertThat(profile.behaviour().answer().kind().id()).isEqualTo("rules");
        assertThat(profile.quickSends().list()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"settings\": {\"prot\": 80}                       | p.json:4:15: settings.prot is not known here.",
                "\"settings\": {\"port\": \"80x\"}                  | p.json:4:15: settings.port cannot be '80x'.",
                "\"settings\": {\"view\": \"colours\"}              | p.json:4:15: settings.view cannot be 'colours'.",
                "\"settings\": {\"plots\": \"each line (\"}          | p.json:4:15: settings.plots cannot be 'each"
                        + " line ('.",
                "\"settings\": {\"framing\": \"sometimes\"}         | p.json:4:15: settings.framing 'sometimes' is no"
                        + " framing.",
                "\"settings\": {\"tls\": 1}                         | p.json:4:15: settings.tls must be true or false.",
                "\"settings\": {\"server.max.clients\": -1}         | p.json:4:15: settings.server.max.clients cannot"
                        + " be '-1'.",
                "\"settings\": {\"server.allow\": \"10.0.0\"}       | p.json:4:15: settings.server.allow cannot be"
                        + " '10.0.0'.",
                "\"setings\": {}                                    | p.json:4:2: setings is not known here.",
                "\"replies\": {\"answer\": {\"kind\": \"parrot\"}}  | p.json:4:25: replies.answer.kind must be one of",
                "\"name\": 7                                        | p.json:4:2: name must be a text"
            })
    void aMistakeIsNamedWithItsLineAndColumn(String field, String sentence) {
        String text = "{\n\"format\": \"earshot profile 1\",\n\"kind\": \"tcp_server\",\n" + field.strip() + "\n}";
        Problem problem = catchThrowableOfType(Problem.class, () -> ProfileFile.parse(text, "p.json"));
        assertThat(ENGLISH.of(problem)).startsWith(sentence);
    }

    @Test
    void anotherFileOrKindIsRefused() {
        assertThat(catchThrowableOfType(
                        Problem.class, () -> ProfileFile.parse("{\"format\": \"earshot rules 1\"}", "r")))
                .hasMessageContaining("problem.json.format");
        assertThat(catchThrowableOfType(
                        Problem.class,
                        () -> ProfileFile.parse("{\"format\": \"earshot profile 1\", \"kind\": \"x25\"}", "p")))
                .hasMessageContaining("problem.json.choice");
        assertThat(catchThrowableOfType(
                        Problem.class, () -> ProfileFile.parse("{\"format\": \"earshot profile 1\"}", "p")))
                .hasMessageContaining("problem.json.missing");
    }

    @Test
    void theGuideNamesEverySetting() throws Exception {
        String chapter = Files.readString(Path.of("src/docs/guide/profiles.md"));
        for (EndpointKind kind : EndpointKinds.ALL) {
            for (SettingKey<?> key : TabKeys.of(kind)) {
                String name = key.name().replaceFirst("^(server|relay)\\.(?=allow|deny|max|idle|first|write|keep)", "");
                boolean ofTlsOfRelay = name.startsWith("relay.tls.") && name.split("\\.").length > 3;
                assertThat(ofTlsOfRelay || chapter.contains("`" + name + "`"))
                        .as(key.name())
                        .isTrue();
            }
        }
    }
}
