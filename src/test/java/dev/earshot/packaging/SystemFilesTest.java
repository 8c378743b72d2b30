package dev.earshot.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.earshot.Earshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS) // which has no symbolic links for everybody
class SystemFilesTest {
    private static final Path SOURCE = Path.of("src/packaging");
    private static final String MENU = "linux/earshot.desktop";
    private static final String OPEN = "linux/zz-earshot-open.desktop";

    @TempDir
    private Path folder;

    private Path write() throws IOException {
        Path docs = folder.resolve("docs");
        Files.createDirectories(docs.resolve("man"));
        Files.writeString(docs.resolve("man/earshot.1"), ".TH EARSHOT 1\n");
        Files.writeString(docs.resolve("man/earshot.adoc"), "= earshot(1)\n");
        Files.writeString(docs.resolve("earshot.bash"), "complete earshot\n");
        IconFiles.write(folder.resolve("icons"));
        Path root = folder.resolve("root");
        SystemFiles files = new SystemFiles(new PackageTexts(SOURCE), new PackageVersion("0.1.0-SNAPSHOT"), root);
        files.write(folder.resolve("icons"), docs);
        files.writeDebian();
        return root;
    }

    private static String gunzip(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes());
        }
    }

    @Test
    void allIsAtTheStandardPlaces() throws IOException {
        Path root = write();
        assertThat(Files.readSymbolicLink(root.resolve("usr/bin/earshot"))).hasToString("/opt/earshot/bin/earshot");
        for (String file : List.of(
                "usr/share/applications/earshot.desktop",
                "usr/share/applications/zz-earshot-open.desktop",
                "usr/share/mime/packages/earshot.xml",
                "usr/share/icons/hicolor/48x48/apps/earshot.png",
                "usr/share/bash-completion/completions/earshot",
                "usr/share/zsh/vendor-completions/_earshot",
                "usr/share/doc/earshot/copyright")) {
            assertThat(root.resolve(file)).isNotEmptyFile();
        }
        assertThat(gunzip(root.resolve("usr/share/man/man1/earshot.1.gz"))).isEqualTo(".TH EARSHOT 1\n");
        assertThat(root.resolve("usr/share/man/man1/earshot.adoc.gz")).doesNotExist();
        assertThat(gunzip(root.resolve("usr/share/doc/earshot/changelog.gz"))).startsWith("earshot (0.1.0~snapshot) ");
    }

    @Test
    void noTextIsLeftUnfilled() throws IOException {
        PackageTexts texts = new PackageTexts(SOURCE);
        PackageVersion version = new PackageVersion("0.1.0-SNAPSHOT");
        assertThat(texts.fill("linux/control", version))
                .contains("Version: 0.1.0~snapshot\n", "Description: desktop server for people")
                .doesNotContainPattern("@[a-z]+@");
        assertThat(texts.fill("linux/earshot.spec", version).replaceAll("@(system|post|preun)@", ""))
                .contains("Version: 0.1.0~snapshot\n")
                .doesNotContainPattern("@[a-z]+@");
        assertThat(texts.fill("linux/control", version).lines()).allMatch(line -> line.length() < 80);
    }

    @Test
    void theMenuEntrySpeaksBothLanguages() throws IOException {
        Map<String, String> entry = entry(MENU);
        assertThat(entry.get("Name")).isEqualTo("Earshot");
        for (String key : List.of("Name", "Comment", "Keywords")) {
            assertThat(entry.get(key)).as(key).isNotBlank();
            assertThat(entry.get(key + "[zh_CN]")).as(key).containsPattern("\\p{IsHan}");
        }
        assertThat(entry.get("Exec")).isEqualTo("earshot");
        // What AWT makes of the main class is the class of the window; by it a dock finds the icon.
        assertThat(entry.get("StartupWMClass"))
                .isEqualTo(Earshot.class.getName().replace('.', '-'));
    }

    @Test
    void capturesAreOfferedBehindTheEntryOfWireshark() throws IOException {
        assertThat(entry(MENU)).doesNotContainKey("MimeType");
        Map<String, String> open = entry(OPEN);
        assertThat(open).containsEntry("MimeType", "application/x-pcapng;").containsEntry("NoDisplay", "true");
        assertThat(open.get("Exec")).isEqualTo("earshot %F");
        assertThat(open.get("Name[zh_CN]")).isEqualTo(entry(MENU).get("Name[zh_CN]"));
        assertThat(OPEN)
                .isGreaterThan("linux/wireshark.desktop")
                .isGreaterThan("linux/org.wireshark.Wireshark.desktop");
    }

    private static Map<String, String> entry(String file) throws IOException {
        try (Stream<String> lines = Files.lines(SOURCE.resolve(file))) {
            return lines.filter(line -> line.matches("[A-Z].*=.*"))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf('=')),
                            line -> line.substring(line.indexOf('=') + 1)));
        }
    }

    @Test
    void theMenuEntryIsValid() throws IOException {
        assumeTrue(
                Tools.isInstalled("desktop-file-validate", System.getenv("PATH")),
                "desktop-file-validate is not installed");
        String said = Tools.run(List.of(
                "desktop-file-validate",
                SOURCE.resolve(MENU).toString(),
                SOURCE.resolve(OPEN).toString()));
        assertThat(said).isEmpty();
    }

    @Test
    void theTypeOfCapturesIsThatOfTheMenuEntry() throws Exception {
        var type = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(SOURCE.resolve("linux/earshot.xml").toFile())
                .getElementsByTagName("mime-type")
                .item(0);
        assertThat(type.getAttributes().getNamedItem("type").getNodeValue() + ";")
                .isEqualTo(entry(OPEN).get("MimeType"));
    }
}
