package dev.earshot.cli;

import picocli.CommandLine.IVersionProvider;

/** Provides the version that the manifest of the jar names. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"earshot " + (version == null ? "(not from a jar)" : version)};
    }
}
