package dev.earshot.ui.clients;

import dev.earshot.codec.VisibleText;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.Role;
import dev.earshot.reply.RolesAnswer;
import dev.earshot.reply.RulesAnswer;
import dev.earshot.reply.rules.Rule;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainMenu;
import dev.earshot.ui.plain.PlainMenuItem;
import dev.earshot.ui.plain.PlainRadioButtonMenuItem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;

/** Builds the menu that gives clients a role, which forwarding and rules refer to. */
public record RoleMenu(Session session, Words words) {

    /**
     * Builds the menu for these clients.
     *
     * @param clients at least one
     * @param chosen takes a role, or null for none
     * @param typeRole opens a field with the proposed text, for a role that is typed
     */
    public PlainMenu of(List<Client> clients, Consumer<Role> chosen, Consumer<String> typeRole) {
        PlainMenu menu = new PlainMenu(words.of("ui.role"));
        menu.setName("clientRole");
        menu.setEnabled(session.isWritable() && clients.stream().anyMatch(Client::isPresent));
        Role now = session.replies().role(clients.get(0).peer());
        ButtonGroup group = new ButtonGroup();
        add(menu, group, words.of("ui.role.none"), now == null, () -> chosen.accept(null));
        for (String name : roleNames(session.replies().behaviour())) {
            Role role = new Role(name, "");
            add(menu, group, VisibleText.of(name), Objects.equals(role, now), () -> chosen.accept(role));
        }
        menu.addSeparator();
        PlainMenuItem typed = new PlainMenuItem(words.of("ui.role.id"));
        typed.setName("role.id");
        typed.setEnabled(clients.size() == 1);
        typed.addActionListener(e -> typeRole.accept(
                now == null ? roleNames(session.replies().behaviour()).get(0) + " " : now.toString()));
        menu.add(typed);
        return menu;
    }

    private static void add(PlainMenu menu, ButtonGroup group, String text, boolean selected, Runnable command) {
        PlainRadioButtonMenuItem item = new PlainRadioButtonMenuItem();
        item.setText(text);
        item.setName("role." + text);
        item.setSelected(selected);
        item.addActionListener(e -> command.run());
        group.add(item);
        menu.add(item);
    }

    /** Returns the role names of the present rules or forwarding, or else the standard ones. */
    public static List<String> roleNames(Behaviour now) {
        Set<String> names = new LinkedHashSet<>();
        if (now.answer() instanceof RulesAnswer rules) {
            rules.rules().stream()
                    .filter(rule -> rule.receivers() == Rule.Receivers.ROLE
                            && !rule.role().isBlank())
                    .forEach(rule -> names.add(rule.role().strip()));
        }
        RolesAnswer roles = now.answer() instanceof RolesAnswer given ? given : RolesAnswer.DEFAULT;
        names.add(roles.first());
        names.add(roles.second());
        return List.copyOf(names);
    }

    /** Reads a typed role: a name, and an id after a space; null if the text is blank. */
    public static Role parse(String typed) {
        String text = typed.strip();
        int blank = text.indexOf(' ');
        if (text.isEmpty()) {
            return null;
        }
        return blank < 0
                ? new Role(text, "")
                : new Role(text.substring(0, blank), text.substring(blank + 1).strip());
    }
}
