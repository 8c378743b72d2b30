package dev.earshot.cli;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.PastedHex;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.FramingPresets;
import dev.earshot.codec.framing.MarksFraming;
import dev.earshot.fields.FieldInput;
import dev.earshot.fields.FieldReading;
import dev.earshot.fields.LayoutFile;
import dev.earshot.fields.LayoutPresets;
import dev.earshot.fields.MessageLayout;
import dev.earshot.fields.edit.LayoutDocument;
import dev.earshot.session.UserLayouts;
import dev.earshot.session.settings.TextFile;
import dev.earshot.session.view.FieldNode;
import dev.earshot.session.view.FieldsView;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code earshot fields}, which lists layouts, prints one, reads a message by it, or checks a file of them.
 */
@Command(
        name = "fields",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "List the layouts by which fields of messages are read. With NAME print the file of that layout; with HEX"
                    + " too, print the fields of a message. Where the bytes contradict the layout, the line begins with"
                    + " !.",
            "Your own layouts go into the file that is named at the end of the list.",
            "Exit code 1: the message does not have this form, or a file has a mistake."
        })
final class FieldsCommand implements Callable<Integer> {
    private final HostProcess host;

    @Spec
    private CommandSpec command;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "A layout, such as modbus-tcp.")
    private String name;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "HEX",
            description = "The bytes of a message as hex digits: 0001 0000, 00010000 or a row of a hex dump.")
    private List<String> hex = List.of();

    @Option(names = "--from-server", description = "The server has sent the message, and not the client.")
    private boolean fromServer;

    @Option(names = "--check", paramLabel = "FILE.json", description = "Say whether a file of layouts is right.")
    private String checked;

    FieldsCommand(HostProcess host) {
        this.host = host;
    }

    @Override
    public Integer call() throws CommandFailure, Problem, Output.NoReader {
        if (checked != null && name != null) {
            throw new ParameterException(command.commandLine(), "Option '--check' goes without NAME.");
        } else if (fromServer && hex.isEmpty()) {
            throw new ParameterException(command.commandLine(), "Option '--from-server' needs HEX.");
        }
        Output out = new Output(host.out(), host.charset());
        try {
            return checked != null ? check(out) : name == null ? list(out) : hex.isEmpty() ? print(out) : read(out);
        } finally {
            out.flush();
        }
    }

    private int check(Output out) throws CommandFailure, Problem, Output.NoReader {
        Path file = SessionOpener.path(checked);
        List<MessageLayout> layouts = LayoutFile.read(TextFile.read(file), file.toString());
        for (MessageLayout layout : layouts) {
            out.line("  " + layout.name());
        }
        out.line(layouts.size() == 1 ? "1 layout, no mistakes." : layouts.size() + " layouts, no mistakes.");
        return Terminal.FINE;
    }

    private int list(Output out) throws CommandFailure, Output.NoReader {
        UserLayouts own = UserLayouts.load(host.folders().config());
        for (MessageLayout layout : own.layouts()) {
            entry(out, layout, "yours");
        }
        for (MessageLayout layout : LayoutPresets.all()) {
            boolean isReplaced =
                    own.layouts().stream().anyMatch(one -> one.name().equals(layout.name()));
            if (!isReplaced) {
                entry(out, layout, layout.source());
            }
        }
        out.line("");
        out.line("Your own layouts: " + own.file());
        own.problem().ifPresent(problem -> host.say(LensOptions.ENGLISH.of(problem)));
        return own.problem().isPresent() ? Terminal.FAILED : Terminal.FINE;
    }

    private static void entry(Output out, MessageLayout layout, String source) throws CommandFailure, Output.NoReader {
        out.line("  " + layout.name() + uses(layout));
        out.line("      " + VisibleText.of(layout.title() + (source.isEmpty() ? "" : " (" + source + ")")));
    }

    /** Returns where a layout is used by itself. */
    private static String uses(MessageLayout layout) {
        StringBuilder uses = new StringBuilder();
        if (!layout.framings().isEmpty()) {
            uses.append("  --framing ").append(VisibleText.of(String.join(" ", layout.framings())));
        }
        if (!layout.ports().isEmpty()) {
            uses.append("  port ")
                    .append(String.join(
                            " ", layout.ports().stream().map(String::valueOf).toList()));
        }
        return uses.toString();
    }

    /** Prints a file with this layout alone, which may become the user's own file. */
    private int print(Output out) throws CommandFailure, Problem, Output.NoReader {
        UserLayouts own = UserLayouts.load(host.folders().config());
        find(own); // or says that there is no such layout
        boolean isOwn = has(own);
        String text = isOwn ? TextFile.read(own.file()) : LayoutPresets.file(name);
        LayoutDocument document = LayoutDocument.read(text, isOwn ? own.file().toString() : name);
        for (int i = document.layouts().size() - 1; i >= 0; i--) {
            if (!document.layouts().get(i).name().equals(name)) {
                document = document.removed(i);
            }
        }
        for (String line : document.text().lines().toList()) {
            out.line(line);
        }
        return Terminal.FINE;
    }

    private boolean has(UserLayouts own) {
        return own.layouts().stream().anyMatch(layout -> layout.name().equals(name));
    }

    private MessageLayout find(UserLayouts own) throws Problem {
        Map<String, MessageLayout> known = new LinkedHashMap<>();
        own.layouts().forEach(layout -> known.putIfAbsent(layout.name(), layout));
        LayoutPresets.all().forEach(layout -> known.putIfAbsent(layout.name(), layout));
        if (known.containsKey(name)) {
            return known.get(name);
        } else if (own.problem().isPresent()) {
            throw own.problem().get();
        }
        throw new Problem("problem.view.layout", -1, VisibleText.brief(name));
    }

    private int read(Output out) throws CommandFailure, Problem, Output.NoReader {
        MessageLayout layout = find(UserLayouts.load(host.folders().config()));
        byte[] bytes = unescaped(layout, PastedHex.parse(String.join(" ", hex)));
        FieldReading reading = new FieldReading();
        boolean fits = layout.read(FieldInput.of(bytes, Encoding.UTF_8, !fromServer), reading);
        print(FieldsView.tree(reading, LensOptions.ENGLISH), "", out);
        if (!fits) {
            host.say("These bytes do not have the form '" + name + "'.");
        }
        return fits ? Terminal.FINE : Terminal.FAILED;
    }

    /** Returns a message as it was before the escapes of the layout's framing. */
    private static byte[] unescaped(MessageLayout layout, byte[] bytes) {
        for (String one : layout.framings()) {
            try {
                Framing framing = FramingPresets.builtIn().parse(one);
                if (MarksFraming.escapes(framing)) {
                    return MarksFraming.unescape(framing, bytes);
                }
            } catch (Problem e) {
                // a framing of the user's, which is not looked for here
            }
        }
        return bytes;
    }

    private static void print(List<FieldNode> nodes, String indent, Output out) throws CommandFailure, Output.NoReader {
        for (FieldNode node : nodes) {
            String value = node.value().isEmpty() ? "" : " = " + node.value();
            out.line((node.wrong() ? "! " : "  ") + indent + node.name() + value);
            print(node.parts(), indent + "  ", out);
        }
    }
}
