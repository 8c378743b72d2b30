package dev.earshot;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
import dev.earshot.net.Background;
import dev.earshot.tftp.PacketCodec;
import dev.earshot.tftp.TftpPacket;
import dev.earshot.ui.parts.Keys;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLConnection;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.Set;
import java.util.concurrent.Executors;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JOptionPane;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButton;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JToggleButton;
import javax.swing.JToolTip;
import javax.swing.JTree;
import javax.swing.KeyStroke;
import javax.swing.border.TitledBorder;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.JTableHeader;
import javax.swing.tree.DefaultTreeCellRenderer;
import org.junit.jupiter.api.Test;

/** The arrows between the packages, and the calls that nobody may make. */
class LayersTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.earshot");

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

    @Test
    void onlyThePartsMakeKeyStrokes() {
        nobodyCalls(
                "KeyStroke.getKeyStroke outside ui.parts",
                access -> isMethodOf(access, KeyStroke.class, "getKeyStroke")
                        && !access.getOriginOwner().getPackageName().equals("dev.earshot.ui.parts"));
    }

    @Test
    void onlyTablesOfShortcutsChooseKeyStrokes() {
        nobodyCalls(
                "Keys outside of a class whose name ends with Shortcuts",
                access -> isOwner(access, Keys.class)
                        && access.getTarget() instanceof CodeUnitAccessTarget target
                        && target.getRawReturnType().isEquivalentTo(KeyStroke.class)
                        && !access.getOriginOwner().getPackageName().equals("dev.earshot.ui.parts")
                        && !access.getOriginOwner().getSimpleName().endsWith("Shortcuts"));
    }

    @Test
    void onlyBackgroundMakesThreads() {
        nobodyCalls(
                "a thread without it",
                access -> isOwner(access, Thread.class)
                        && (access.getName().equals("<init>")
                                || access.getName().equals("setDaemon"))
                        && !access.getOriginOwner().isEquivalentTo(Background.class));
        nobodyCalls(
                "an executor without it",
                access -> isOwner(access, Executors.class)
                        && !access.getOriginOwner().isEquivalentTo(Background.class));
    }

    @Test
    void onlyTcpSocketsMakesTheSocketsOfTcp() {
        nobodyCalls(
                "the constructor of a TCP socket",
                access -> access.getName().equals("<init>")
                        && (isOwner(access, Socket.class) || isOwner(access, ServerSocket.class))
                        && !access.getOriginOwner().getFullName().equals("dev.earshot.net.TcpSockets")
                        && !wrapsASocket(access));
    }

    /** Whether only a wrapper around a socket of TcpSockets is made. */
    private static boolean wrapsASocket(JavaAccess<?> access) {
        String wrapper = "dev.earshot.net.HandedSocket";
        return access.getOriginOwner().getFullName().equals(wrapper)
                || access.getTargetOwner().getFullName().equals(wrapper);
    }

    @Test
    void onlyTheKeysOfTlsNeedBouncyCastle() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.earshot.net.tls")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.bouncycastle.."))
                .check(CLASSES);
    }

    @Test
    void onlyThePlainComponentsAreMadeOfThoseThatRenderHtml() {
        Set<Class<?>> rendering = Set.of(
                JLabel.class,
                JButton.class,
                JToggleButton.class,
                JCheckBox.class,
                JRadioButton.class,
                JMenuItem.class,
                JMenu.class,
                JCheckBoxMenuItem.class,
                JRadioButtonMenuItem.class,
                JComboBox.class,
                JList.class,
                JTable.class,
                JTableHeader.class,
                JTree.class,
                JTabbedPane.class,
                JToolTip.class,
                JFileChooser.class,
                JOptionPane.class,
                TitledBorder.class,
                DefaultListCellRenderer.class,
                DefaultTableCellRenderer.class,
                DefaultTreeCellRenderer.class);
        // Who extends one calls its constructor as well.
        nobodyCalls(
                "the constructor of what renders HTML",
                access -> access.getName().equals("<init>")
                        && rendering.stream()
                                .anyMatch(type -> access.getTargetOwner().isEquivalentTo(type))
                        && !isPlain(access.getOriginOwner()));
        nobodyCalls(
                "dialogs that render HTML",
                access -> isOwner(access, JOptionPane.class)
                        && access.getName().startsWith("show")
                        && !access.getOriginOwner().getSimpleName().equals("Question"));
        nobodyCalls(
                "a menu line made of a text, which renders HTML",
                access -> (isMethodOf(access, JMenu.class, "add") || isMethodOf(access, JPopupMenu.class, "add"))
                        && parameters(access).stream().anyMatch(type -> type.isEquivalentTo(String.class)));
        nobodyCalls(
                "a border whose title renders HTML",
                access -> isMethodOf(access, BorderFactory.class, "createTitledBorder"));
    }

    private static boolean isPlain(JavaClass type) {
        return type.getPackageName().equals("dev.earshot.ui.plain")
                && type.getSimpleName().startsWith("Plain");
    }

    @Test
    void onlyPlainComponentsHaveTips() {
        nobodyCalls(
                "setToolTipText of what makes tips that render HTML",
                access -> isMethodOf(access, JComponent.class, "setToolTipText")
                        && access.getTargetOwner().getAllMethods().stream()
                                .noneMatch(method -> method.getName().equals("createToolTip")
                                        && method.getOwner().getPackageName().startsWith("dev.earshot")));
    }

    @Test
    void onlyTheTerminalFormPrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage(CLI)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(CLASSES);
    }

    @Test
    void nobodyAsksForTheNameOfAnAddress() {
        nobodyCalls(
                "a reverse lookup",
                access -> isMethodOf(access, InetAddress.class, "getHostName")
                        || isMethodOf(access, InetAddress.class, "getCanonicalHostName")
                        || isMethodOf(access, InetSocketAddress.class, "getHostName"));
    }

    @Test
    void nobodyLeavesTheCharsetToTheMachine() {
        Set<Class<?>> charsetTakers = Set.of(
                String.class,
                InputStreamReader.class,
                OutputStreamWriter.class,
                FileReader.class,
                FileWriter.class,
                Scanner.class);
        nobodyCalls("what takes its charset from the machine", access -> {
            boolean conversion =
                    access.getName().equals("getBytes") || access.getName().equals("<init>") && takesBytes(access);
            boolean converts = conversion && charsetTakers.stream().anyMatch(type -> isOwner(access, type))
                    || isMethodOf(access, ByteArrayOutputStream.class, "toString");
            return converts && !namesCharset(access);
        });
    }

    /** On an Arabic or Persian computer those write other digits: into names of files and into CSS, which nobody reads. */
    @Test
    void nobodyLeavesTheDigitsToTheMachine() {
        nobodyCalls(
                "what takes its locale from the machine",
                access -> isMethodOf(access, String.class, "formatted")
                        || isMethodOf(access, String.class, "format")
                                && !parameters(access).get(0).isEquivalentTo(Locale.class));
    }

    @Test
    void nobodyReadsObjects() {
        noClasses()
                .should()
                .dependOnClassesThat(assignableTo(ObjectInputStream.class))
                .check(CLASSES);
    }

    @Test
    void nobodyWritesWithWhatHidesItsErrors() {
        nobodyCalls(
                "new PrintWriter",
                access -> isOwner(access, PrintWriter.class) && access.getName().equals("<init>"));
    }

    @Test
    void nobodyReplacesAFileInTwoSteps() {
        noClasses()
                .should()
                .accessField(StandardCopyOption.class, "REPLACE_EXISTING")
                .because("that deletes the old file before it renames the new one; files.WholeFile does not")
                .check(CLASSES);
    }

    @Test
    void filesOfPeopleAreReadThroughDoorsThatRefusePipesAndDevices() {
        Set<String> readers = Set.of(
                "TextFile",
                "IdentityFile",
                "TlsPassword",
                "FileSending",
                "CaptureInput", // behind Session.open
                "PdmlReader", // what tshark has written for us
                "Tshark",
                "MonoFont", // our own files
                "AbandonedFonts",
                "InheritedInput", // our own standard input, and proc(5)
                "Descriptors",
                "KernelDrops",
                "Folders"); // what the desktop says about folders
        Set<String> reading =
                Set.of("newInputStream", "newBufferedReader", "readAllBytes", "readAllLines", "readString", "lines");
        nobodyCalls(
                "what reads a file",
                access -> (isOwner(access, Files.class) && reading.contains(access.getName())
                                || isOwner(access, FileInputStream.class))
                        && !readers.contains(access.getOriginOwner().getSimpleName()));
    }

    @Test
    void nobodyStopsAThreadAndNobodyInterruptsOneInFileAccess() {
        nobodyCalls("Thread.stop", access -> isMethodOf(access, Thread.class, "stop"));
        // An interrupt closes the channel that the thread is using, for everybody.
        nobodyCalls(
                "Thread.interrupt in the journal",
                access -> isMethodOf(access, Thread.class, "interrupt")
                        && access.getOriginOwner().getPackageName().startsWith("dev.earshot.journal"));
    }

    private interface Call {
        boolean matches(JavaAccess<?> access);
    }

    private static void nobodyCalls(String what, Call call) {
        DescribedPredicate<JavaAccess<?>> forbidden = describe(what, call::matches);
        noClasses().should().accessTargetWhere(forbidden).check(CLASSES);
    }

    private static boolean isMethodOf(JavaAccess<?> access, Class<?> owner, String name) {
        return isOwner(access, owner) && access.getName().equals(name);
    }

    private static boolean isOwner(JavaAccess<?> access, Class<?> owner) {
        return access.getTargetOwner().isAssignableTo(owner);
    }

    private static boolean takesBytes(JavaAccess<?> access) {
        Set<String> sources = Set.of("[B", "java.io.InputStream", "java.io.OutputStream", "java.io.File");
        return isOwnFile(access) || parameters(access).stream().anyMatch(type -> sources.contains(type.getName()));
    }

    private static boolean isOwnFile(JavaAccess<?> access) {
        return isOwner(access, FileReader.class) || isOwner(access, FileWriter.class);
    }

    private static boolean namesCharset(JavaAccess<?> access) {
        return parameters(access).stream()
                .anyMatch(type -> type.isAssignableTo(Charset.class)
                        || type.getName().startsWith("java.nio.charset.")
                        || type.isEquivalentTo(String.class) && !isOwnFile(access));
    }

    private static List<JavaClass> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target ? target.getRawParameterTypes() : List.of();
    }
}
