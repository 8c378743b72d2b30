package dev.earshot;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.earshot.journal.CaptureWindow;
import dev.earshot.journal.EntryCursor;
import dev.earshot.journal.RecordEncoder;
import dev.earshot.journal.RowIndex;
import dev.earshot.journal.storage.AppendFile;
import dev.earshot.journal.storage.Segment;
import dev.earshot.journal.storage.SegmentedFile;
import dev.earshot.journal.storage.Segments;
import dev.earshot.tftp.PacketCodec;
import dev.earshot.tftp.TftpPacket;
import java.net.DatagramSocket;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLConnection;
import org.junit.jupiter.api.Test;

/** The arrows between the packages. */
class LayersTest {
    private static final JavaClasses CLASSES = ProgramClasses.ALL;

    private static final String UI = "dev.earshot.ui..";
    private static final String CLI = "dev.earshot.cli..";
    private static final String SEND = "dev.earshot.send..";
    private static final String SESSION = "dev.earshot.session..";
    private static final String SETTINGS = "dev.earshot.session.settings";
    private static final String WORDS = "dev.earshot.session.words";
    private static final String VIEW = "dev.earshot.session.view";
    private static final String REPLY = "dev.earshot.reply..";
    private static final String TFTP = "dev.earshot.tftp..";
    private static final String PACKETS = "dev.earshot.packets..";
    private static final String JOURNAL = "dev.earshot.journal..";
    private static final String NET = "dev.earshot.net..";
    private static final String UDP = "dev.earshot.net.udp..";
    private static final String FIELDS = "dev.earshot.fields..";
    private static final String FILES = "dev.earshot.files..";
    private static final String CODEC = "dev.earshot.codec..";
    private static final String FRAMING = "dev.earshot.codec.framing..";

    @Test
    void theArrowsBetweenThePackagesPointDown() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.earshot..")
                .layer("main")
                .definedBy("dev.earshot")
                .layer("ui")
                .definedBy(UI)
                .layer("cli")
                .definedBy(CLI)
                .layer("send")
                .definedBy(SEND)
                .layer("session")
                .definedBy(SESSION)
                .layer("reply")
                .definedBy(REPLY)
                .layer("tftp")
                .definedBy(TFTP)
                .layer("packets")
                .definedBy(PACKETS)
                .layer("journal")
                .definedBy(JOURNAL)
                .layer("net")
                .definedBy(NET)
                .layer("files")
                .definedBy(FILES)
                .layer("fields")
                .definedBy(FIELDS)
                .layer("codec")
                .definedBy(CODEC)
                .whereLayer("main")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("ui")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("send")
                .mayOnlyBeAccessedByLayers("main", "ui", "cli")
                .whereLayer("session")
                .mayOnlyBeAccessedByLayers("main", "ui", "cli", "send")
                .whereLayer("reply")
                .mayOnlyBeAccessedByLayers("main", "ui", "cli", "send", "session")
                .whereLayer("tftp")
                .mayOnlyBeAccessedByLayers("main", "ui", "cli", "send", "session")
                .whereLayer("packets")
                .mayOnlyBeAccessedByLayers("session")
                .whereLayer("journal")
                .mayOnlyBeAccessedByLayers("main", "ui", "cli", "send", "session", "packets")
                .whereLayer("fields")
                .mayOnlyBeAccessedByLayers("main", "ui", "cli", "send", "session", "reply", "journal")
                .whereLayer("net")
                .mayOnlyBeAccessedByLayers(
                        "main", "ui", "cli", "send", "session", "reply", "tftp", "journal", "packets")
                .ensureAllClassesAreContainedInArchitecture()
                .check(CLASSES);
    }

    @Test
    void theArrowsBetweenTheRoomsOfTheWindowPointDown() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(UI)
                .layer("window")
                .definedBy("dev.earshot.ui")
                .layer("connect")
                .definedBy("dev.earshot.ui.connect")
                .layer("reply")
                .definedBy("dev.earshot.ui.reply")
                .layer("send")
                .definedBy("dev.earshot.ui.send")
                .layer("statistics")
                .definedBy("dev.earshot.ui.statistics")
                .layer("compare")
                .definedBy("dev.earshot.ui.compare")
                .layer("fields")
                .definedBy("dev.earshot.ui.fields")
                .layer("clients")
                .definedBy("dev.earshot.ui.clients")
                .layer("log")
                .definedBy("dev.earshot.ui.log")
                .layer("detail")
                .definedBy("dev.earshot.ui.log.detail")
                .layer("framing")
                .definedBy("dev.earshot.ui.framing")
                .layer("plot")
                .definedBy("dev.earshot.ui.plot")
                .layer("parts")
                .definedBy("dev.earshot.ui.parts")
                .layer("plain")
                .definedBy("dev.earshot.ui.plain")
                .whereLayer("window")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("connect")
                .mayOnlyBeAccessedByLayers("window")
                .whereLayer("reply")
                .mayOnlyBeAccessedByLayers("window")
                .whereLayer("send")
                .mayOnlyBeAccessedByLayers("window")
                .whereLayer("plot")
                .mayOnlyBeAccessedByLayers("window")
                .whereLayer("statistics")
                .mayOnlyBeAccessedByLayers("window")
                .whereLayer("compare")
                .mayOnlyBeAccessedByLayers("window")
                .whereLayer("fields")
                .mayOnlyBeAccessedByLayers("window")
                .whereLayer("clients")
                .mayOnlyBeAccessedByLayers("window", "connect", "reply", "send")
                .whereLayer("log")
                .mayOnlyBeAccessedByLayers("window", "connect", "reply", "send", "clients", "statistics", "fields")
                .whereLayer("framing")
                .mayOnlyBeAccessedByLayers("window", "log", "reply", "send")
                .whereLayer("detail")
                .mayOnlyBeAccessedByLayers("window", "log")
                .whereLayer("plain")
                .mayNotAccessAnyLayer()
                .check(CLASSES);
    }

    @Test
    void noPackagesSeeEachOtherInACircle() {
        SlicesRuleDefinition.slices()
                .matching("dev.earshot.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void theSessionDoesNotKnowHowItsRowsAreShown() {
        noClasses()
                .that()
                .resideInAPackage("dev.earshot.session")
                .should()
                .dependOnClassesThat(resideInAnyPackage(VIEW))
                .check(CLASSES);
    }

    @Test
    void theSettingsKnowNothingOfTheSessionAndNoWords() {
        noClasses()
                .that()
                .resideInAPackage(SETTINGS)
                .should()
                .dependOnClassesThat(resideInAnyPackage(SESSION, REPLY, PACKETS)
                        .and(DescribedPredicate.not(resideInAnyPackage(SETTINGS))))
                .check(CLASSES);
    }

    @Test
    void theWordsKnowNothingOfTheSessionButItsSettings() {
        noClasses()
                .that()
                .resideInAPackage(WORDS)
                .should()
                .dependOnClassesThat(resideInAnyPackage(SESSION, REPLY, PACKETS)
                        .and(DescribedPredicate.not(resideInAnyPackage(SETTINGS, WORDS))))
                .check(CLASSES);
    }

    @Test
    void onlyAViewTurnsPacketsOfTftpIntoWords() {
        noClasses()
                .that()
                .resideOutsideOfPackages(TFTP, VIEW)
                .should()
                .dependOnClassesThat(assignableTo(TftpPacket.class).or(assignableTo(PacketCodec.class)))
                .check(CLASSES);
    }

    @Test
    void theCodecImportsNothingOfOurs() {
        noClasses()
                .that()
                .resideInAPackage(CODEC)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("dev.earshot..").and(DescribedPredicate.not(resideInAnyPackage(CODEC))))
                .check(CLASSES);
    }

    @Test
    void theFramingsMaySeeTheCodecButNotTheOtherWayRound() {
        noClasses()
                .that()
                .resideInAPackage("dev.earshot.codec")
                .should()
                .dependOnClassesThat(resideInAnyPackage(FRAMING))
                .check(CLASSES);
    }

    @Test
    void theKeysOfTlsDoNotKnowTheEndpoints() {
        noClasses()
                .that()
                .resideInAPackage("dev.earshot.net.tls")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.earshot.net", UDP))
                .check(CLASSES);
    }

    @Test
    void udpMaySeeWhatAllEndpointsShareButNotTheOtherWayRound() {
        noClasses()
                .that()
                .resideInAPackage("dev.earshot.net")
                .should()
                .dependOnClassesThat(resideInAnyPackage(UDP))
                .check(CLASSES);
    }

    @Test
    void theTextOfAddressesKnowsNoEndpoint() {
        noClasses()
                .that()
                .resideInAPackage("dev.earshot.net.address")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.earshot.net", UDP, "dev.earshot.net.tls"))
                .check(CLASSES);
    }

    @Test
    void theStorageOfACaptureImportsNothingOfOurs() {
        String storage = "dev.earshot.journal.storage";
        noClasses()
                .that()
                .resideInAPackage(storage)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("dev.earshot..").and(DescribedPredicate.not(resideInAnyPackage(storage))))
                .check(CLASSES);
    }

    @Test
    void theJournalKnowsNobodyWhoSearchesOrExportsItsRows() {
        noClasses()
                .that()
                .resideInAPackage("dev.earshot.journal")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.earshot.journal.export", "dev.earshot.journal.search"))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("dev.earshot.journal.search")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.earshot.journal.export"))
                .check(CLASSES);
    }

    @Test
    void onlyTheJournalSeesItsIndexAndItsFiles() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.earshot.journal..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        AppendFile.class,
                        CaptureWindow.class,
                        EntryCursor.class,
                        RecordEncoder.class,
                        RowIndex.class,
                        Segment.class,
                        SegmentedFile.class,
                        Segments.class)
                .check(CLASSES);
    }

    @Test
    void theRulesOfRepliesKnowNobodyWhoAnswers() {
        noClasses()
                .that()
                .resideInAPackage("dev.earshot.reply.rules")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.earshot.reply"))
                .check(CLASSES);
    }

    @Test
    void theFilesImportNothingOfOurs() {
        noClasses()
                .that()
                .resideInAPackage(FILES)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("dev.earshot..").and(DescribedPredicate.not(resideInAnyPackage(FILES))))
                .check(CLASSES);
    }

    @Test
    void windowAndTerminalNeverSeeASocketOrAChannel() {
        DescribedPredicate<JavaClass> sockets = assignableTo(Socket.class)
                .or(assignableTo(ServerSocket.class))
                .or(assignableTo(DatagramSocket.class))
                .or(assignableTo(NetworkInterface.class))
                .or(assignableTo(URLConnection.class))
                .or(resideInAnyPackage("java.nio.channels..", "java.net.http.."));
        noClasses()
                .that()
                .resideInAnyPackage(UI, CLI)
                .should()
                .dependOnClassesThat(sockets)
                .check(CLASSES);
    }

    @Test
    void onlyTheWindowSeesSwing() {
        noClasses()
                .that()
                .resideInAnyPackage(CLI, SEND, SESSION, REPLY, TFTP, PACKETS, JOURNAL, NET, FILES, FIELDS, CODEC)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.swing..", "java.awt..", "java.beans..", "com.formdev..", "net.miginfocom..")
                .check(CLASSES);
    }
}
