package dev.earshot.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the application folder and the installers of this system. */
public final class PackageBuild {
    private final PackageOptions options;
    private final PackageTexts texts;
    private final PackageVersion version;
    private final JpackageArguments arguments;
    private final AppFolder app;
    private final TargetSystem system = TargetSystem.of(System.getProperty("os.name"));
    private final int jdk = Runtime.version().feature();

    private PackageBuild(PackageOptions options) throws IOException {
        this.options = options;
        texts = new PackageTexts(options.project().resolve("src/packaging"));
        version = new PackageVersion(options.version());
        arguments = new JpackageArguments(system, jdk, version, texts);
        app = AppFolder.in(options.output(), system);
    }

    /**
     * Makes them in {@code target/package} of a project.
     *
     * @param words the folder of the project, its version, {@code auto} or the types of the packages, and whether to
     *     train
     */
    public static void main(String... words) throws IOException, InterruptedException {
        System.setProperty("java.awt.headless", "true");
        new PackageBuild(PackageOptions.parse(words)).run();
    }

    private void run() throws IOException, InterruptedException {
        List<PackageType> types = options.types(system, System.getenv("PATH"));
        checkModules();
        Path icons = options.output().resolve("icons");
        IconFiles.write(icons);
        makeFolder(icons);
        if (options.isTrained()) {
            train();
        }
        say("made " + app.root());
        for (PackageType type : types) {
            say("made " + make(type, icons));
        }
    }

    /** Stops if the jar uses a module that the runtime would lack. */
    private void checkModules() {
        String found =
                Tools.jdk("jdeps", RuntimeModules.jdepsArguments(options.jar())).strip();
        Set<String> missing = new HashSet<>(Arrays.asList(found.split(",")));
        missing.removeAll(RuntimeModules.all());
        if (!missing.isEmpty()) {
            throw new PackageException("The jar uses modules that RuntimeModules does not list: " + missing);
        }
    }

    private void makeFolder(Path icons) throws IOException {
        Folders.delete(app.root());
        Path runtime = options.output().resolve("runtime");
        Folders.delete(runtime);
        say("jlink: a runtime of Java " + Runtime.version() + " from " + System.getProperty("java.home"));
        Tools.jdk("jlink", RuntimeModules.jlinkArguments(runtime, jdk));
        Path input = options.output().resolve("input");
        Files.createDirectories(input);
        Files.copy(options.jar(), input.resolve("earshot.jar"), StandardCopyOption.REPLACE_EXISTING);
        say("jpackage: the application folder");
        Tools.jdk("jpackage", arguments.folder(input, runtime, icons, options.output()));
        if (system == TargetSystem.LINUX) {
            LinuxLauncher.install(app, texts);
        }
        app.setTimes();
        Folders.delete(runtime);
        Folders.delete(input);
    }

    private void train() throws IOException, InterruptedException {
        Path home = options.output().resolve("training");
        Folders.delete(home);
        Files.createDirectories(home);
        say("training: the window opens, listens, and echoes 20 clients");
        new Training(app, jdk, home).run();
        new ClassArchive(app, jdk).create();
        Folders.delete(home);
    }

    private Path make(PackageType type, Path icons) throws IOException {
        say("jpackage: " + type.ending());
        Path work = options.output().resolve(type.ending());
        Folders.delete(work);
        Path made;
        if (system == TargetSystem.LINUX) {
            made = new LinuxInstaller(arguments, work).make(type, app, icons, options.docs(), options.output());
        } else {
            Path resources = Files.createDirectories(work.resolve("resources"));
            Tools.jdk("jpackage", arguments.installer(type, app, resources, options.output()));
            made = options.output();
        }
        Folders.delete(work);
        return made;
    }

    private static void say(String sentence) {
        System.out.println("[package] " + sentence);
    }
}
