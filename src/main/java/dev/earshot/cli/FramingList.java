package dev.earshot.cli;

import dev.earshot.codec.framing.FramingKind;
import dev.earshot.codec.framing.FramingKinds;
import dev.earshot.codec.framing.FramingPreset;
import dev.earshot.session.UserFramings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The command {@code earshot framings}, which lists the framings by name and the forms in which one is typed. */
@Command(
        name = "framings",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "List what --framing and --reply-framing take: names of protocols, and forms.",
            "Your own names go into the file that is named at the end."
        })
final class FramingList implements Callable<Integer> {
    private static final int MOST_IN_LINE = 100;

    private static final String MARKS = "MARK and HEAD are hex digits (0D0A; ? is any digit), text with escapes (\\r"
            + "\\n"
            + ") or text in quotes (\"END\"), with | between alternatives. Behind any form but received and"
            + " silence, 'wait:1500' ends a message after so many milliseconds of silence.";

    private final HostProcess host;

    FramingList(HostProcess host) {
        this.host = host;
    }

    @Override
    public Integer call() throws CommandFailure, Output.NoReader {
        UserFramings framings = UserFramings.load(host.folders().config());
        Output out = new Output(host.out(), host.charset());
        out.line("Names:");
        List<FramingPreset> byName = new ArrayList<>(framings.presets().all());
        byName.sort(Comparator.comparing(FramingPreset::name));
        for (FramingPreset preset : byName) {
            name(out, "  " + preset.name() + "  " + preset.framing());
            paragraph(out, "      ", preset.title());
        }
        out.line("");
        out.line("Forms:");
        for (FramingKind kind : FramingKinds.ALL) {
            entry(out, kind.form(), LensOptions.ENGLISH.of("cli.framing." + kind.id()));
        }
        out.line("");
        paragraph(out, "", MARKS);
        paragraph(out, "", "Your own names: " + framings.file());
        out.flush();
        framings.problem().ifPresent(problem -> host.say(LensOptions.ENGLISH.of(problem)));
        return framings.problem().isPresent() ? Terminal.FAILED : Terminal.FINE;
    }

    /** Prints a name and its form, which is broken between alternatives if it is long. */
    private static void name(Output out, String entry) throws CommandFailure, Output.NoReader {
        int from = 0;
        while (entry.length() - from > MOST_IN_LINE) {
            int end = entry.lastIndexOf(';', from + MOST_IN_LINE - 1) + 1;
            if (end <= from) {
                break;
            }
            out.line((from == 0 ? "" : "    ") + entry.substring(from, end));
            from = end;
        }
        out.line((from == 0 ? "" : "    ") + entry.substring(from));
    }

    private static void entry(Output out, String name, String about) throws CommandFailure, Output.NoReader {
        out.line("  " + name);
        paragraph(out, "      ", about);
    }

    /** Prints text in lines of at most {@link #MOST_IN_LINE} characters where it has blanks. */
    private static void paragraph(Output out, String indent, String text) throws CommandFailure, Output.NoReader {
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ")) {
            if (line.length() > indent.length() && line.length() + word.length() > MOST_IN_LINE) {
                out.line(line.toString().stripTrailing());
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        out.line(line.toString().stripTrailing());
    }
}
