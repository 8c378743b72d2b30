package dev.earshot.packaging;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What {@code src/packaging} says about the program, and files of it with these texts filled in. */
final class PackageTexts {
    private static final int WIDTH = 78;

    private final Path folder;
    private final Properties texts = new Properties();

    /** Reads {@code package.properties} in this folder. */
    PackageTexts(Path folder) throws IOException {
        this.folder = folder;
        try (Reader reader = Files.newBufferedReader(folder.resolve("package.properties"))) {
            texts.load(reader);
        }
    }

    Path folder() {
        return folder;
    }

    String of(String name) {
        String text = texts.getProperty(name);
        if (text == null) {
            throw new PackageException("package.properties lacks " + name + ".");
        }
        return text;
    }

    /** Returns name and address of who answers for the packages. */
    String maintainer() {
        return of("vendor") + " <" + of("maintainer.address") + ">";
    }

    /** Returns a file of the folder in which {@code @version@}, {@code @summary@} and the like are replaced. */
    String fill(String file, PackageVersion version) throws IOException {
        return Files.readString(folder.resolve(file))
                .replace("@version@", version.linux())
                .replace("@maintainer@", maintainer())
                .replace("@copyright@", of("copyright"))
                .replace("@summary@", of("summary"))
                .replace("@description@", wrapped());
    }

    /** Returns the description as control files have it: each line begins with a blank. */
    private String wrapped() {
        StringBuilder all = new StringBuilder();
        StringBuilder line = new StringBuilder();
        for (String word : of("description").split(" ")) {
            if (line.length() + 1 + word.length() > WIDTH) {
                all.append(line).append('\n');
                line.setLength(0);
            }
            line.append(' ').append(word);
        }
        return all.append(line).toString();
    }
}
