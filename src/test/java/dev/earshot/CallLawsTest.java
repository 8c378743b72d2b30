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
import dev.earshot.net.Background;
import dev.earshot.ui.parts.Keys;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
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

/** Calls that only some classes may make, or nobody. */
class CallLawsTest {
    private static final JavaClasses CLASSES = ProgramClasses.ALL;
    private static final String CLI = "dev.earshot.cli..";

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

    /**
     * On an Arabic or Persian computer those write other digits: into names of files and into CSS, which nobody reads.
     */
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
                "FileSend",
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
