package dev.earshot.ui.connect;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.net.Background;
import dev.earshot.session.Folders;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.TftpDownload;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TftpKind;
import dev.earshot.session.words.Words;
import dev.earshot.tftp.FileRequest;
import dev.earshot.tftp.LocalFile;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.EmptyState;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainFileChooser;
import dev.earshot.ui.plain.PlainTextField;
import java.awt.EventQueue;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JFileChooser;

/** The fields of a TFTP download: the server, the file there, and where to save it. */
final class TftpFields implements EndpointFields {
    /** The keys of problems that the server has caused. */
    private static final Set<String> OF_SERVER =
            Set.of("problem.tftp.host.unknown", "problem.tftp.silent", "problem.tftp.elsewhere", "problem.tftp.socket");

    /**
     * The keys of problems that the name of the remote file has caused; others start with {@code problem.tftp.file}.
     */
    private static final Set<String> OF_FILE = Set.of("problem.tftp.error.1", "problem.tftp.error.2");

    private final Session session;
    private final Settings settings;
    private final Words words;
    private final Bar bar;
    private final PlainTextField serverField = new PlainTextField();
    private final PlainTextField fileField = new PlainTextField();
    private final PlainTextField toField = new PlainTextField();
    private final PlainButton chooseButton;
    private final PlainButton folderButton;
    private final List<Field> fields;
    private final TransferLine line;
    private final FileManager fileManager = new FileManager();
    private int attempt;
    private Path confirmed;

    TftpFields(Context context) {
        session = context.session();
        settings = context.settings();
        words = context.words();
        bar = context.bar();
        line = new TransferLine(words);
        Controls controls = new Controls(words);
        chooseButton =
                controls.tool("tftpChooseButton", Icons.of("folder", 16, Token.ICON), words.of("ui.tftp.choose"));
        chooseButton.addActionListener(e -> choose());
        toField.putClientProperty(FlatClientProperties.TEXT_FIELD_TRAILING_COMPONENT, chooseButton);
        folderButton =
                controls.tool("openFolderButton", Icons.of("folder", 16, Token.SENT), words.of("ui.tftp.folder"));
        folderButton.addActionListener(e -> openFolder());
        prepare(serverField, "serverField", TftpKind.SERVER, "ui.tftp.server.tip");
        prepare(fileField, "remoteFileField", TftpKind.FILE, "ui.tftp.file.tip");
        prepare(toField, "toField", TftpKind.TO, "ui.tftp.to.tip");
        placeholder(serverField, words.of("ui.tftp.server"));
        placeholder(fileField, words.of("ui.tftp.file.there"));
        fields = List.of(
                new Field(controls.label("ui.tftp.server", serverField), serverField, "80:140:160"),
                new Field(controls.label("ui.tftp.file", fileField), fileField, "80:140:180"),
                new Field(controls.label("ui.tftp.to", toField), toField, "90:180:240"));
        Background.run("look at folder", () -> {
            String downloads = new Folders().downloads().toString();
            EventQueue.invokeLater(() -> placeholder(toField, words.of("ui.tftp.to.usual", VisibleText.of(downloads))));
        });
    }

    /** Sets what an empty field shows, for there may be no room for its label. */
    private static void placeholder(PlainTextField field, String text) {
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, text);
    }

    private void prepare(PlainTextField field, String name, SettingKey<String> key, String tip) {
        field.setName(name);
        field.setText(settings.get(key));
        field.setCaretPosition(0);
        field.setToolTipText(words.of(tip));
        field.addActionListener(e -> bar.start());
        field.getDocument().addDocumentListener(TextEdits.listener(bar::edited));
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public JComponent first() {
        return serverField;
    }

    @Override
    public void setEditable(boolean editable) {
        List.of(serverField, fileField, toField, chooseButton).forEach(part -> part.setEnabled(editable));
    }

    /** Checks the target on a thread of its own, for that may be a sleeping or remote disk, and fetches the file. */
    @Override
    public void start(boolean agreed) throws Problem {
        save();
        FileRequest request = TftpKind.request(settings);
        Path wanted = typedTarget();
        int number = ++attempt;
        Background.run("look at folder", () -> {
            try {
                Path to = wanted == null ? new Folders().downloads() : wanted;
                LocalFile file = LocalFile.at(to, request.file());
                boolean replaces = file.isFile();
                runIfLatest(number, () -> fetch(request, file, replaces, agreed));
            } catch (Problem problem) {
                runIfLatest(number, () -> bar.fail(problem));
            }
        });
    }

    /** Runs a task on the EDT, unless another download was started or the window was closed in the meantime. */
    private void runIfLatest(int number, Runnable task) {
        EventQueue.invokeLater(() -> {
            if (number == attempt && toField.isDisplayable()) {
                task.run();
            }
        });
    }

    /** Fetches the file, or asks first. An existing file is only replaced if the question was about that file. */
    private void fetch(FileRequest request, LocalFile file, boolean replaces, boolean agreed) {
        if (replaces && !(agreed && file.path().equals(confirmed))) {
            confirmed = file.path();
            bar.ask(
                    "ui.tftp.replace",
                    "ui.tftp.replace.yes",
                    VisibleText.of(file.path().toString()));
            return;
        }
        try {
            session.tftp().fetch(request, file, replaces);
        } catch (Problem problem) {
            bar.fail(problem);
        }
    }

    /** Returns the typed target, a relative one from the home folder; null for the folder of downloads. */
    private Path typedTarget() throws Problem {
        String typed = toField.getText().strip();
        try {
            Path home = Path.of(System.getProperty("user.home"));
            boolean ofHome = typed.equals("~") || typed.startsWith("~/") || typed.startsWith("~" + File.separator);
            return typed.isEmpty()
                    ? null
                    : home.resolve(ofHome ? "." + typed.substring(1) : typed).normalize();
        } catch (InvalidPathException e) {
            throw new Problem("problem.name.outside", e.getIndex(), VisibleText.brief(typed));
        }
    }

    @Override
    public void markWrong(Problem problem) {
        String key = problem.key();
        if (key.startsWith("problem.host") || key.startsWith("problem.port") || OF_SERVER.contains(key)) {
            WrongField.mark(serverField, serverField, problem.position());
        } else if (key.startsWith("problem.tftp.file") || OF_FILE.contains(key)) {
            WrongField.mark(fileField, fileField, problem.position());
        } else if (key.startsWith("problem.name")
                || key.startsWith("problem.file")
                || key.equals("problem.tftp.create")
                || key.equals("problem.tftp.write")) {
            WrongField.mark(toField, toField, -1);
        }
    }

    @Override
    public boolean isAboutOptions(Problem problem) {
        String key = problem.key();
        return key.startsWith("problem.tftp.large") || key.equals("problem.tftp.error.8");
    }

    @Override
    public void clearErrors() {
        WrongField.clear(serverField, fileField, toField);
    }

    @Override
    public void save() {
        settings.put(TftpKind.SERVER, serverField.getText().strip());
        settings.put(TftpKind.FILE, fileField.getText().strip());
        settings.put(TftpKind.TO, toField.getText().strip());
    }

    @Override
    public Supplier<PopoverForm> options() {
        return () -> new TftpOptionsForm(words, settings);
    }

    @Override
    public List<String> chosenOptions() {
        return TftpOptionsForm.chosen(words, settings);
    }

    @Override
    public JComponent extraButton() {
        return folderButton;
    }

    @Override
    public void refresh() {
        TftpDownload download = session.tftp().latest();
        boolean done = download != null && download.progress().state() == TftpDownload.State.DONE;
        folderButton.setVisible(done && !session.status().isOpen() && fileManager.isAvailable());
    }

    @Override
    public String stateText(Status status) {
        return line.text(status, session.tftp().latest());
    }

    private void choose() {
        PlainFileChooser chooser = new PlainFileChooser(words.of("ui.tftp.choose"));
        chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
        String typed = toField.getText().strip();
        if (!typed.isEmpty()) {
            chooser.setSelectedFile(new File(typed));
        }
        if (chooser.showDialog(toField, words.of("ui.tftp.choose.take")) == JFileChooser.APPROVE_OPTION) {
            toField.setText(chooser.getSelectedFile().toString());
        }
    }

    private void openFolder() {
        TftpDownload download = session.tftp().latest();
        if (download != null) {
            fileManager.open(download.file().path().getParent(), bar::fail);
        }
    }

    @Override
    public EmptyState.Content emptyState(Status status) {
        String server = serverField.getText().strip();
        String file = fileField.getText().strip();
        boolean known = !server.isEmpty() && !file.isEmpty();
        return new EmptyState.Content(
                known ? words.of("ui.tftp.empty.press", file, server) : words.of("ui.tftp.empty.enter"),
                words.of("ui.tftp.empty.about"),
                "sudo dnsmasq -d -p 0 --enable-tftp --tftp-root=\"$PWD\"",
                words.of("ui.tftp.empty.hint"),
                null);
    }
}
