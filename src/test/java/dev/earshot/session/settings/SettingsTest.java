package dev.earshot.session.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.LineEnding;
import dev.earshot.codec.framing.DelimiterFraming;
import dev.earshot.codec.framing.FixedLengthFraming;
import dev.earshot.codec.framing.FramingKind;
import dev.earshot.codec.framing.FramingKinds;
import dev.earshot.codec.framing.LengthFieldFraming;
import dev.earshot.codec.framing.SilenceFraming;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path folder;

    @Test
    void savedValuesAreReadInTheNextRun() {
        Path file = folder.resolve("not/yet/there.properties");
        Settings settings = new Settings(file);
        settings.put(WindowKeys.WINDOW, List.of(-5, 10, 800, 600));
        settings.put(TcpServerKind.ADDRESS, "fe80::1%eth0");
        settings.put(Settings.LOOK, Settings.Look.DARK);
        settings.put(SendKeys.ENDING, LineEnding.CRLF);
        settings.put(SendKeys.ESCAPES, false);
        settings.save();

        Settings next = new Settings(file);
        assertThat(next.get(WindowKeys.WINDOW)).containsExactly(-5, 10, 800, 600);
        assertThat(next.get(TcpServerKind.ADDRESS)).isEqualTo("fe80::1%eth0");
        assertThat(next.get(Settings.LOOK)).isEqualTo(Settings.Look.DARK);
        assertThat(next.get(SendKeys.ENDING)).isEqualTo(LineEnding.CRLF);
        assertThat(next.get(SendKeys.ESCAPES)).isFalse();
    }

    @Test
    void eachKindOfFramingKeepsItsLatestParameters() throws IOException {
        Path file = folder.resolve("settings.properties");
        Files.writeString(file, "framing.fixed=silence:7\nframing.delimiter=delimiter:00\n");
        Settings settings = new Settings(file);
        settings.put(SettingKey.latest(LengthFieldFraming.KIND), new LengthFieldFraming(4, 2, true, 0));
        settings.save();
        Settings next = new Settings(file);
        assertThat(List.of(
                        DelimiterFraming.KIND, FixedLengthFraming.KIND, LengthFieldFraming.KIND, SilenceFraming.KIND))
                .extracting(kind -> next.get(SettingKey.latest(kind)))
                .containsExactly(
                        new DelimiterFraming("00"),
                        new FixedLengthFraming(16), // what was there is of another kind
                        new LengthFieldFraming(4, 2, true, 0),
                        new SilenceFraming(50));
    }

    @Test
    void everyKindOfFramingIsKeptAsItsTextUnderItsId() throws IOException {
        Path file = folder.resolve("settings.properties");
        for (FramingKind kind : FramingKinds.ALL) {
            Settings settings = new Settings(file);
            settings.put(Settings.FRAMING, kind.defaultFraming());
            settings.put(SettingKey.latest(kind), kind.defaultFraming());
            settings.save();
            Properties kept = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
            String text = kind.defaultFraming().toString();
            assertThat(kept).containsEntry("framing", text).containsEntry("framing." + kind.id(), text);
            assertThat(new Settings(file).get(Settings.FRAMING)).isEqualTo(kind.defaultFraming());
            assertThat(new Settings(file).get(SettingKey.latest(kind))).isEqualTo(kind.defaultFraming());
        }
    }

    @Test
    void twoProgramsWithOneFileKeepEachOthersChanges() throws IOException {
        Path file = folder.resolve("settings.properties");
        Files.writeString(file, "address=1.1.1.1\nport=1\nname=old\n");
        Settings one = new Settings(file);
        Settings two = new Settings(file);
        one.put(TcpServerKind.ADDRESS, "2.2.2.2");
        one.remove(Settings.NAME);
        one.save();
        two.put(TcpServerKind.PORT, "2");
        two.save();
        Settings next = new Settings(file);
        assertThat(next.get(TcpServerKind.ADDRESS)).isEqualTo("2.2.2.2");
        assertThat(next.get(TcpServerKind.PORT)).isEqualTo("2");
        assertThat(next.get(Settings.NAME)).isEmpty();
        one.put(TcpServerKind.PORT, "3");
        one.save();
        assertThat(new Settings(file).get(TcpServerKind.PORT)).isEqualTo("3");
    }

    @Test
    void aFileThatWasDeletedIsWrittenWholly() throws IOException {
        Path file = folder.resolve("settings.properties");
        Files.writeString(file, "address=1.1.1.1\n");
        Settings settings = new Settings(file);
        Files.delete(file);
        settings.put(TcpServerKind.PORT, "2");
        settings.save();
        assertThat(new Settings(file).get(TcpServerKind.ADDRESS)).isEqualTo("1.1.1.1");
    }

    @Test
    void aMissingFileMeansFallbacks() {
        Settings settings = new Settings(folder.resolve("none"));
        assertThat(settings.get(TcpServerKind.ADDRESS)).isEqualTo("127.0.0.1");
        assertThat(settings.get(TcpServerKind.PORT)).isEqualTo("8080");
        assertThat(settings.get(WindowKeys.WINDOW)).isEmpty();
        assertThat(settings.get(Settings.LANGUAGE)).isEqualTo(Settings.Language.SYSTEM);
    }

    @Test
    void aBrokenFileIsSetAsideAndMeansFallbacks() throws IOException {
        Path file = folder.resolve("settings.properties");
        Files.writeString(file, "port=9000\naddress=\\u00zz\n");

        Settings settings = new Settings(file);

        assertThat(settings.get(TcpServerKind.PORT)).isEqualTo("8080");
        assertThat(folder.resolve("settings.properties.broken")).content().contains("9000");
        settings.save();
        assertThat(new Settings(file).get(TcpServerKind.PORT)).isEqualTo("8080");
    }

    @Test
    void aWrongValueMeansItsFallback() throws IOException {
        Path file = folder.resolve("settings.properties");
        Files.writeString(file, "theme=pink\nwindow=1,2,x\nwindow.clients=wide\nport=9000\n");

        Settings settings = new Settings(file);

        assertThat(settings.get(Settings.LOOK)).isEqualTo(Settings.Look.SYSTEM);
        assertThat(settings.get(WindowKeys.WINDOW)).isEmpty();
        assertThat(settings.get(WindowKeys.CLIENTS_WIDTH)).isEqualTo(WindowKeys.CLIENTS_WIDTH.fallback());
        assertThat(settings.get(TcpServerKind.PORT)).isEqualTo("9000");
    }

    @Test
    void tabsHaveTheirOwnSettingsAndShareThoseOfTheWindow() {
        Path file = folder.resolve("settings.properties");
        Settings settings = new Settings(file);
        Settings second = settings.tab(2);
        settings.put(TcpServerKind.PORT, "9000");
        second.put(TcpServerKind.PORT, "9001");
        second.put(Settings.LOOK, Settings.Look.DARK);
        second.put(Settings.CAPTURE_LIMIT, 256);
        settings.save();

        Settings next = new Settings(file);
        assertThat(next.get(TcpServerKind.PORT)).isEqualTo("9000");
        assertThat(next.tab(1).get(TcpServerKind.PORT)).isEqualTo("9000");
        assertThat(next.tab(2).get(TcpServerKind.PORT)).isEqualTo("9001");
        assertThat(next.tab(3).get(TcpServerKind.PORT)).isEqualTo("8080");
        assertThat(next.get(Settings.LOOK)).isEqualTo(Settings.Look.DARK);
        assertThat(next.tab(3).get(Settings.CAPTURE_LIMIT)).isEqualTo(256);
    }

    @Test
    void aFileFromBeforeTabsBelongsToTheFirstTab() throws IOException {
        Path file = folder.resolve("settings.properties");
        Files.writeString(file, "port=9000\nsend.ending=crlf\n");
        Settings settings = new Settings(file);
        assertThat(settings.get(Settings.TABS)).containsExactly(Settings.FIRST_TAB);
        assertThat(settings.tab(settings.selectedTab()).get(SendKeys.ENDING)).isEqualTo(LineEnding.CRLF);
    }

    @Test
    void aTabCopiesTheSettingsOfAnotherAndLosesItsOwn() {
        Settings settings = new Settings(folder.resolve("settings.properties"));
        settings.put(TcpServerKind.PORT, "9000");
        settings.put(Settings.LANGUAGE, Settings.Language.ZH);
        Settings second = settings.tab(2);
        second.put(Settings.NAME, "Boiler");
        second.copyFrom(settings);
        assertThat(second.get(TcpServerKind.PORT)).isEqualTo("9000");
        assertThat(second.get(Settings.NAME)).isEmpty();
        settings.forget();
        assertThat(settings.get(TcpServerKind.PORT)).isEqualTo("8080");
        assertThat(settings.get(Settings.LANGUAGE)).isEqualTo(Settings.Language.ZH);
        assertThat(second.get(TcpServerKind.PORT)).isEqualTo("9000");
    }

    @Test
    void settingsAndFilesOfClosedTabsAreRemoved() throws IOException {
        Settings settings = new Settings(folder.resolve("settings.properties"));
        settings.put(TcpServerKind.PORT, "9000");
        settings.put(Settings.TABS, List.of(1, 20));
        settings.tab(2).put(TcpServerKind.PORT, "9002");
        settings.tab(20).put(TcpServerKind.PORT, "9020");
        Path left = Files.createDirectories(settings.tab(2).tabFile("replies.json"));
        Path kept = Files.createDirectories(settings.tab(20).tabFile("replies.json"));
        settings.forgetClosedTabs();
        assertThat(left.getParent()).doesNotExist();
        assertThat(kept).exists();
        assertThat(settings.tabFile("replies.json")).isEqualTo(settings.beside("replies.json"));
        assertThat(settings.tab(2).get(TcpServerKind.PORT)).isEqualTo("8080");
        assertThat(settings.tab(20).get(TcpServerKind.PORT)).isEqualTo("9020");
        assertThat(settings.get(TcpServerKind.PORT)).isEqualTo("9000");
        assertThat(settings.get(Settings.TABS)).containsExactly(1, 20);
    }

    @Test
    void aWrongListOfTabsMeansOneTab() throws IOException {
        for (String tabs : List.of("", "0", "2,x", "-1", "1000000")) {
            Path file = folder.resolve("settings.properties");
            Files.writeString(file, "tabs=" + tabs + "\n");
            assertThat(new Settings(file).get(Settings.TABS)).as(tabs).containsExactly(Settings.FIRST_TAB);
        }
        Path file = folder.resolve("settings.properties");
        Files.writeString(file, "tabs=3,3,2\ntab.selected=7\n");
        assertThat(new Settings(file).get(Settings.TABS)).containsExactly(3, 2);
        assertThat(new Settings(file).selectedTab()).isEqualTo(3);
    }

    @Test
    void keysOfALaterVersionSurvive() throws IOException {
        Path file = folder.resolve("settings.properties");
        Files.writeString(file, "from.the.future=42\n");
        Settings settings = new Settings(file);
        settings.put(TcpServerKind.PORT, "9000");
        settings.save();
        assertThat(file).content().contains("from.the.future=42").contains("port=9000");
    }
}
