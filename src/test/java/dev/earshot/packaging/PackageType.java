package dev.earshot.packaging;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A kind of package, with the programs that jpackage calls to make it. */
enum PackageType {
    DEB(TargetSystem.LINUX, "apt-get install fakeroot dpkg binutils", "dpkg-deb", "dpkg", "fakeroot", "strip"),
    RPM(TargetSystem.LINUX, "dnf install rpm-build, or apt-get install rpm", "rpmbuild", "rpm"),
    MSI(TargetSystem.WINDOWS, "WiX 3 from https://wixtoolset.org, in the PATH", "candle", "light"),
    DMG(TargetSystem.MAC, "it is a part of macOS", "hdiutil");

    private final TargetSystem system;
    private final String source;
    private final List<String> tools;

    PackageType(TargetSystem system, String source, String... tools) {
        this.system = system;
        this.source = source;
        this.tools = List.of(tools);
    }

    static Stream<PackageType> of(TargetSystem system) {
        return Stream.of(values()).filter(type -> type.system == system);
    }

    /** Returns the ending of the file, which is also jpackage's name of the type. */
    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the names of programs that have to be there. */
    List<String> tools() {
        return tools;
    }

    /** Returns where the programs come from, in words for a person. */
    String source() {
        return source;
    }
}
