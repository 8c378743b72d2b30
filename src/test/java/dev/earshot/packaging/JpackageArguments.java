package dev.earshot.packaging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of {@code jpackage}.
 *
 * @param jdk the feature release of the runtime
 */
record JpackageArguments(TargetSystem system, int jdk, PackageVersion version, PackageTexts texts) {
    /** Returns the arguments that make the application folder in a folder, from a folder that holds the jar alone. */
    List<String> folder(Path input, Path runtime, Path icons, Path destination) {
        List<String> arguments = common(destination);
        add(arguments, "--type", "app-image");
        add(arguments, "--input", input.toString());
        add(arguments, "--main-jar", "earshot.jar");
        add(arguments, "--main-class", AppFolder.MAIN_CLASS);
        add(arguments, "--runtime-image", runtime.toString());
        add(arguments, "--icon", icons.resolve("earshot." + system.iconFormat()).toString());
        JvmOptions.general(jdk).forEach(option -> add(arguments, "--java-options", option));
        add(arguments, "--java-options", ClassArchive.option(jdk));
        if (system == TargetSystem.WINDOWS) {
            // A program of Windows has either a console or none: this one is for the terminal.
            add(
                    arguments,
                    "--add-launcher",
                    "earshot-terminal=" + texts.folder().resolve("windows/terminal.properties"));
        } else if (system == TargetSystem.MAC) {
            add(arguments, "--mac-package-identifier", "dev.earshot");
        }
        return arguments;
    }

    /**
     * Returns the arguments that make an installer of the folder.
     *
     * @param resources files that replace jpackage's own
     */
    List<String> installer(PackageType type, AppFolder app, Path resources, Path destination) {
        List<String> arguments = common(destination);
        add(arguments, "--type", type.ending());
        add(arguments, "--app-image", app.root().toString());
        add(arguments, "--resource-dir", resources.toString());
        switch (type) {
            case DEB -> {
                add(arguments, "--linux-package-name", "earshot");
                add(arguments, "--linux-deb-maintainer", texts.of("maintainer.address"));
                add(
                        arguments,
                        "--linux-package-deps",
                        "libfontconfig1"); // loaded while it runs, so that ldd does not know it
            }
            case RPM -> {
                add(arguments, "--linux-package-name", "earshot");
                add(arguments, "--linux-rpm-license-type", "Apache-2.0");
                add(arguments, "--linux-package-deps", "fontconfig");
            }
            case MSI -> {
                add(arguments, "--win-upgrade-uuid", texts.of("windows.upgrade.uuid"));
                arguments.addAll(List.of("--win-menu", "--win-per-user-install", "--win-dir-chooser"));
            }
            case DMG -> {}
        }
        return arguments;
    }

    private List<String> common(Path destination) {
        List<String> arguments = new ArrayList<>();
        add(arguments, "--name", system.application());
        add(arguments, "--app-version", version.of(system));
        add(arguments, "--vendor", texts.of("vendor"));
        add(arguments, "--copyright", texts.of("copyright"));
        add(arguments, "--description", texts.of("summary"));
        add(arguments, "--dest", destination.toString());
        return arguments;
    }

    private static void add(List<String> arguments, String option, String value) {
        arguments.add(option);
        arguments.add(value);
    }
}
