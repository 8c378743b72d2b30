package dev.earshot.fields;

import dev.earshot.codec.Framing;
import dev.earshot.codec.FramingPreset;
import dev.earshot.codec.FramingPresets;
import dev.earshot.codec.TimedFraming;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chooses the layout of a message that nobody has chosen by hand: by the framing, or by the server's port if the whole
 * message fits. Reads the message for it, and nothing where no layout belongs to either. Any thread.
 */
public final class LayoutChoice {
    private final List<MessageLayout> own;
    private final FramingPresets framings;
    private final Map<Place, List<Candidate>> candidates = new ConcurrentHashMap<>();

    /** Where messages come from. */
    private record Place(Framing framing, int port) {}

    /**
     * A layout that may be meant.
     *
     * @param certain whether the framing means it and nothing else, so that damaged messages have it too
     */
    private record Candidate(MessageLayout layout, boolean certain) {}

    /**
     * @param own the user's layouts, which come before the presets
     * @param framings the names of framings
     */
    public LayoutChoice(List<MessageLayout> own, FramingPresets framings) {
        this.own = List.copyOf(own);
        this.framings = framings;
    }

    /**
     * Chooses a layout and reads the message by it.
     *
     * @param framing how messages were cut; null if that is unknown, or for datagrams
     * @param port of the server
     * @param reading takes the fields, if there is a layout
     * @return null if no layout belongs to the message
     */
    public MessageLayout choose(Framing framing, int port, FieldInput message, FieldReading reading) {
        List<Candidate> all = candidates(framing, port);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).layout.read(message, reading)) {
                return all.get(i).layout;
            }
        }
        for (int i = 0; i < all.size(); i++) {
            Candidate candidate = all.get(i);
            if (candidate.certain && !candidate.layout.read(message, reading) && !reading.hasOtherForm()) {
                return candidate.layout;
            }
        }
        return null;
    }

    /** Whether any message of this framing or port can have a layout. */
    public boolean isPossible(Framing framing, int port) {
        return !candidates(framing, port).isEmpty();
    }

    private List<Candidate> candidates(Framing framing, int port) {
        return candidates.computeIfAbsent(new Place(framing, port), this::find);
    }

    private List<Candidate> find(Place place) {
        List<String> names = names(place.framing);
        List<MessageLayout> presets = LayoutPresets.of(names, place.port);
        List<Candidate> byFraming = new ArrayList<>();
        List<Candidate> byPort = new ArrayList<>();
        for (List<MessageLayout> some : List.of(own, presets)) {
            for (MessageLayout layout : some) {
                if (layout.framings().stream().anyMatch(names::contains)) {
                    byFraming.add(new Candidate(layout, some == own || isClear(names, presets)));
                } else if (layout.ports().contains(place.port)) {
                    byPort.add(new Candidate(layout, false));
                }
            }
        }
        byFraming.addAll(byPort);
        return List.copyOf(byFraming);
    }

    /** Whether each protocol of a framing has a layout: one with a length of two bytes alone is that of several. */
    private boolean isClear(List<String> names, List<MessageLayout> presets) {
        Set<String> known = new HashSet<>();
        presets.forEach(layout -> known.addAll(layout.framings()));
        return names.stream().filter(name -> framings.find(name) != null).allMatch(known::contains);
    }

    /** Returns all names of a framing: those of presets, its text and that of its kind. */
    private List<String> names(Framing framing) {
        List<String> names = new ArrayList<>();
        if (framing != null) {
            Framing untimed = TimedFraming.untimed(framing);
            for (FramingPreset preset : framings.all()) {
                if (preset.framing().equals(untimed)) {
                    names.add(preset.name());
                }
            }
            names.add(untimed.toString());
            names.add(untimed.kind().id());
        }
        return names;
    }
}
