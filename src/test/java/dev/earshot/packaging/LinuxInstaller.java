package dev.earshot.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes the {@code .deb} or the {@code .rpm} of an application folder, with the files that the system wants elsewhere.
 */
final class LinuxInstaller {
    /** In an upgrade rpm runs this script of the old package last, when the new one has made its archive. */
    private static final String REMOVED_ONLY = "%preun\n[ \"$1\" = 0 ] || exit 0\n";

    private final JpackageArguments arguments;
    private final Path work;
    private final boolean isArchivePacked;

    /**
     * @param work a folder for all that is made on the way; the caller deletes it
     */
    LinuxInstaller(JpackageArguments arguments, Path work) {
        this.arguments = arguments;
        this.work = work;
        isArchivePacked = ClassArchive.isAotCache(arguments.jdk());
    }

    /** Makes the package in {@code destination}, and returns its file. */
    Path make(PackageType type, AppFolder app, Path icons, Path docs, Path destination) throws IOException {
        Path system = work.resolve("system");
        SystemFiles files = new SystemFiles(arguments.texts(), arguments.version(), system);
        files.write(icons, docs);
        if (type == PackageType.DEB) {
            files.writeDebian();
        } else {
            files.writeRpm();
        }
        Path resources = Files.createDirectories(work.resolve("resources"));
        Files.writeString(resources.resolve("control"), fill("control"));
        Files.writeString(resources.resolve("earshot.spec"), specification(system));
        Path made = Files.createDirectories(work.resolve("made"));
        List<String> jpackage = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jpackage").toString()));
        jpackage.addAll(arguments.installer(type, app, resources, made));
        Tools.run(jpackage, Map.of("DPKG_DEB_COMPRESSOR_TYPE", "none")); // it is unpacked at once
        Path plain = only(made);
        // JDK 17 names a release that the version in the package does not have.
        Path result = destination.resolve(plain.getFileName().toString().replaceFirst("-1_", "_"));
        if (type == PackageType.DEB) {
            complete(plain, system, result);
        } else {
            Files.move(plain, result, StandardCopyOption.REPLACE_EXISTING);
        }
        return result;
    }

    private void complete(Path plain, Path system, Path result) throws IOException {
        DebianPackage deb = new DebianPackage(work.resolve("tree"));
        deb.unpack(plain);
        Tools.run(List.of("cp", "-a", system + "/.", deb.tree().toString()));
        if (!isArchivePacked) {
            Files.deleteIfExists(deb.tree().resolve("opt/earshot/lib/app/earshot.jsa")); // holds for this folder only
            deb.addScript("postinst", fill("postinst").replace("@make-archive@", fill("make-archive")));
            deb.addScript("prerm", fill("prerm").replace("@remove-archive@", fill("remove-archive")));
        }
        deb.pack(result);
    }

    String specification(Path system) throws IOException {
        return fill("earshot.spec")
                .replace("@system@", system.toString())
                .replace("@post@", isArchivePacked ? "" : "%post\n" + fill("make-archive"))
                .replace("@preun@", isArchivePacked ? "" : REMOVED_ONLY + fill("remove-archive"));
    }

    private String fill(String file) throws IOException {
        return arguments.texts().fill("linux/" + file, arguments.version());
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow(() -> new PackageException("jpackage has left nothing in " + folder));
        }
    }
}
