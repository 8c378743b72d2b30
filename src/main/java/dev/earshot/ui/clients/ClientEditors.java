package dev.earshot.ui.clients;

import dev.earshot.session.Client;
import dev.earshot.session.ClientNames;
import dev.earshot.session.words.Words;
import java.util.function.BiConsumer;

/** The two fields over the client list in which a person types the name or the role of a client. */
final class ClientEditors {
    private final ClientField name;
    private final ClientField role;
    private final NameScope scope;
    private String before = "";

    /**
     * Creates both fields; none is shown yet.
     *
     * @param renamed is run when a client was given a name
     * @param roleTyped takes the client and the text of the role
     */
    ClientEditors(
            ClientListView list,
            Words words,
            ClientNames names,
            Runnable renamed,
            BiConsumer<Client, String> roleTyped) {
        scope = new NameScope(words, names);
        name = new ClientField(list, "nameField", words.of("ui.client.name"), list::indexOf, (client, typed) -> {
            if (!typed.equals(before) || !typed.isBlank()) {
                scope.give(client, typed);
                renamed.run();
            }
        });
        name.addChoice(scope);
        role = new ClientField(list, "roleField", words.of("ui.role.about"), list::indexOf, roleTyped);
    }

    /** Opens the field for the name of a client. */
    void editName(Client client, String present) {
        before = present;
        scope.show(client);
        name.open(client, present);
    }

    /** Opens the field for the role of a client. */
    void editRole(Client client, String proposed) {
        role.open(client, proposed);
    }

    /** Whether the person is typing a name or a role. */
    boolean isOpen() {
        return name.isOpen() || role.isOpen();
    }

    /** Moves an open field to its client's row, or closes it when the client is no longer in the list. */
    void place() {
        name.place();
        role.place();
    }
}
