package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.FramingPresets;
import dev.earshot.codec.framing.TimedFraming;
import dev.earshot.fields.FieldSource;
import dev.earshot.fields.FirstFittingSource;
import dev.earshot.fields.LayoutPresets;
import dev.earshot.fields.MessageLayout;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import dev.earshot.net.address.Addresses;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds the user's and the built-in layouts of fields, and finds those that fit a conversation. Immutable. */
public final class FieldLayouts {
    static final FieldLayouts NONE = new FieldLayouts(List.of(), List.of(), Optional.empty());

    private final Map<String, MessageLayout> byName = new LinkedHashMap<>();
    private final Map<Framing, List<MessageLayout>> byFraming = new HashMap<>();
    private final Map<Integer, List<MessageLayout>> byPort = new HashMap<>();
    private final Set<Framing> withOneForm = new HashSet<>();
    private final List<MessageLayout> own;
    private final Optional<Problem> problem;

    /**
     * @param own the user's layouts, which are tried first
     * @param builtIn the other ones; of two with the same name the first one counts
     */
    FieldLayouts(List<MessageLayout> own, List<MessageLayout> builtIn, Optional<Problem> problem) {
        this.problem = problem;
        this.own = List.copyOf(own);
        own.forEach(layout -> byName.putIfAbsent(layout.name(), layout));
        builtIn.forEach(layout -> byName.putIfAbsent(layout.name(), layout));
        for (MessageLayout layout : byName.values()) {
            for (String framing : layout.framings()) {
                add(byFraming, framing(framing), layout);
            }
            layout.ports().forEach(port -> add(byPort, port, layout));
        }
        byFraming.keySet().stream().filter(this::hasOneForm).forEach(withOneForm::add);
    }

    private static <K> void add(Map<K, List<MessageLayout>> map, K key, MessageLayout layout) {
        map.computeIfAbsent(key, k -> new ArrayList<>()).add(layout);
    }

    /** Returns the framing of a name; null if there is none, which no log has. */
    private static Framing framing(String name) {
        try {
            return FramingPresets.builtIn().parse(name);
        } catch (Problem e) {
            return null;
        }
    }

    /** Loads the user's layouts and the built-in ones. Blocks; never on the EDT. */
    static FieldLayouts load(Path folder) {
        if (folder == null) {
            return new FieldLayouts(List.of(), LayoutPresets.all(), Optional.empty());
        }
        UserLayouts user = UserLayouts.load(folder);
        return new FieldLayouts(user.layouts(), LayoutPresets.all(), user.problem());
    }

    /** Returns the user's layouts, in the order of the file. */
    public List<MessageLayout> own() {
        return own;
    }

    /** Returns all layouts, in the order in which they are tried. */
    public Collection<MessageLayout> all() {
        return byName.values();
    }

    /** Returns the problem with the user's file, if there is one. */
    public Optional<Problem> problem() {
        return problem;
    }

    /** Returns the layout of a name; null if there is none. */
    public MessageLayout named(String name) {
        return byName.get(name);
    }

    /**
     * Returns the layouts that a conversation's messages may have, as one source: those of the framing, then those of
     * the server's port.
     *
     * @param framing that has cut the messages, or null
     * @return null if there are none
     */
    FieldSource fitting(Framing framing, Peer peer) {
        Set<FieldSource> sources = new LinkedHashSet<>();
        Set<FieldSource> certain = new LinkedHashSet<>();
        boolean isUdp = peer.transport() != null && peer.transport().isUdp();
        if (framing != null && !isUdp) {
            Framing plain = framing instanceof TimedFraming timed ? timed.framing() : framing;
            sources.addAll(byFraming.getOrDefault(plain, List.of()));
            certain.addAll(withOneForm.contains(plain) ? sources : Set.of());
        }
        boolean weCalled = peer.transport() == Transport.TCP_OUT;
        if (!weCalled) {
            sources.addAll(ofPort(peer.local()));
        }
        if (weCalled || isUdp) {
            sources.addAll(ofPort(peer.remote()));
        }
        // A person who is still describing a message sees what is described so far.
        own.stream().filter(sources::contains).forEach(certain::add);
        return sources.isEmpty() ? null : new FirstFittingSource(List.copyOf(sources), List.copyOf(certain));
    }

    /** Whether each protocol that has this framing has a layout; a length of two bytes alone is that of several. */
    private boolean hasOneForm(Framing framing) {
        return FramingPresets.builtIn().all().stream()
                .filter(preset -> preset.framing().equals(framing))
                .allMatch(preset -> byName.values().stream()
                        .anyMatch(layout -> layout.framings().contains(preset.name())));
    }

    private List<MessageLayout> ofPort(SocketAddress address) {
        return address == null ? List.of() : byPort.getOrDefault(Addresses.port(address), List.of());
    }
}
