package dev.earshot.ui;

import dev.earshot.session.Client;

/** To whom the next message goes. */
sealed interface Target {

    /** To nobody: there is no client, or none has been chosen. */
    record Nobody() implements Target {}

    /** To every client that is there at that moment. */
    record All() implements Target {}

    /** To this one and no other, even after it has left. */
    record One(Client client) implements Target {}
}
