package dev.earshot.packaging;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a build of packages is asked for.
 *
 * @param project the folder with the pom
 * @param version that of the pom
 * @param wanted {@code auto}, {@code none}, or endings such as {@code deb,rpm}
 * @param isTrained whether a class archive is made
 */
record PackageOptions(Path project, String version, String wanted, boolean isTrained) {
    static PackageOptions parse(String... words) {
        return new PackageOptions(Path.of(words[0]), words[1], words[2], Boolean.parseBoolean(words[3]));
    }

    Path output() {
        return project.resolve("target/package");
    }

    Path jar() {
        return project.resolve("target/earshot.jar");
    }

    /** Returns the folder of man pages and completions. */
    Path docs() {
        return output().resolve("docs");
    }

    /**
     * Returns the types to make: those that were named, or all whose programs are there. If programs are missing, the
     * exception says which, and where they come from.
     */
    List<PackageType> types(TargetSystem system, String path) {
        if (wanted.equals("none")) {
            return List.of();
        }
        List<PackageType> possible = PackageType.of(system).toList();
        if (wanted.equals("auto")) {
            List<PackageType> found = possible.stream()
                    .filter(type -> missing(type, path).isEmpty())
                    .toList();
            if (found.isEmpty()) {
                throw new PackageException("No installer can be made here.\n"
                        + possible.stream().map(type -> describe(type, path)).collect(Collectors.joining("\n"))
                        + "\nWith -Dpackage.types=none only the application folder is made.");
            }
            return found;
        }
        List<PackageType> named =
                Stream.of(wanted.split(",")).map(name -> named(name, possible)).toList();
        named.stream()
                .filter(type -> !missing(type, path).isEmpty())
                .findFirst()
                .ifPresent(type -> {
                    throw new PackageException(describe(type, path));
                });
        return named;
    }

    private static PackageType named(String name, List<PackageType> possible) {
        return possible.stream()
                .filter(type -> type.ending().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new PackageException("-Dpackage.types=" + name + ": this system makes "
                        + possible.stream().map(PackageType::ending).collect(Collectors.joining(", ")) + " or none."));
    }

    private static List<String> missing(PackageType type, String path) {
        return type.tools().stream()
                .filter(tool -> !Tools.isInstalled(tool, path))
                .toList();
    }

    private static String describe(PackageType type, String path) {
        return "For ." + type.ending() + " these programs are missing: " + String.join(", ", missing(type, path))
                + ". Get them: " + type.source() + ".";
    }
}
