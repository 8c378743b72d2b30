package dev.earshot.cli;

import dev.earshot.session.settings.EndpointKind;

/** A command that opens an endpoint, also with the options of a profile. */
interface ProfiledCommand {
    /** Returns the kind of endpoint that it opens. */
    EndpointKind kind();

    /** Gives its options the values that a profile of this kind has. */
    void fill(ProfileOptions options);
}
