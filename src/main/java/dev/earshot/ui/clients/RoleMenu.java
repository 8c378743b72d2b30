package dev.earshot.ui.clients;

import dev.earshot.codec.VisibleText;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.Role;
import dev.earshot.reply.RolesAnswer;
import dev.earshot.reply.Rule;
import dev.earshot.reply.RulesAnswer;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.PlainMenu;
import dev.earshot.ui.parts.PlainMenuItem;
import dev.earshot.ui.parts.PlainRadioButtonMenuItem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;

/** The menu that says what clients are to forwarding and to rules. */
public record RoleMenu(Session session, Words words) {

    /**
     * The menu for these clients.
     *
     * @param clients at least one
     * @param chosen takes a role, or null for none
     * @param asked takes what to propose where the person wants to type one
     */
    public PlainMenu of(List<Client> clients, Consumer<Role> chosen, Consumer<String> asked) {
        PlainMenu menu = new PlainMenu(words.of("ui.role"));
        menu.setName("clientRole");
        menu.setEnabled(session.isWritable() && clients.stream().anyMatch(Client::isPresent));
        Role now = session.replies().role(clients.get(0).peer());
        ButtonGroup group = new ButtonGroup();
        add(menu, group, words.of("ui.role.none"), now == null, () -> chosen.accept(null));
        for (String name : names(session.replies().behaviour())) {
            Role role = new Role(name, "");
            add(menu, group, VisibleText.of(name), Objects.equals(role, now), () -> chosen.accept(role));
        }
        menu.addSeparator();
        PlainMenuItem typed = new PlainMenuItem(words.of("ui.role.id"));
        typed.setName("role.id");
        typed.setEnabled(clients.size() == 1);
        typed.addActionListener(e ->
                asked.accept(now == null ? names(session.replies().behaviour()).get(0) + " " : now.toString()));
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

    /** The names that roles have in what is done now; where it knows none, the usual ones. */
    public static List<String> names(Behaviour now) {
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

    /** What a person typed: a name, and behind a blank the id; null if nothing. */
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
