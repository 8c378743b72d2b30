package dev.earshot.codec.framing;

import java.util.List;

/**
 * Lists all kinds of framings, in the order in which the user is offered them. This is not part of {@link FramingKind}
 * because each framing's record creates its kind: the two classes would wait for each other's initialization.
 */
public final class FramingKinds {
    public static final List<FramingKind> ALL = List.of(
            LineFraming.KIND,
            ReceivedFraming.KIND,
            DelimiterFraming.KIND,
            FixedLengthFraming.KIND,
            LengthFieldFraming.KIND,
            DecimalFraming.KIND,
            VarintFraming.KIND,
            BerFraming.KIND,
            MarksFraming.KIND,
            BlockFraming.KIND,
            HttpFraming.KIND,
            JsonFraming.KIND,
            HeadsFraming.KIND,
            SilenceFraming.KIND);

    private FramingKinds() {}

    /** Returns the kind with this id; null if there is none. */
    public static FramingKind find(String id) {
        return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst().orElse(null);
    }
}
