package dev.earshot.cli;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.codec.framing.Framing;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.reply.rules.Template;
import dev.earshot.session.Folders;
import dev.earshot.session.TimeParser;
import dev.earshot.session.UserFramings;
import dev.earshot.session.settings.ByteSize;
import dev.earshot.session.settings.Settings;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;

/** Converts arguments of the command line to values. A wrong argument throws a {@link Problem}. */
final class ArgumentConverters {
    private ArgumentConverters() {}

    /** Converts {@code [ADDRESS:]PORT}. */
    static final class ToListenAddress implements ITypeConverter<ListenAddress> {
        @Override
        public ListenAddress convert(String given) throws Problem {
            return ListenAddress.parse(given);
        }
    }

    /** Converts {@code HOST:PORT}. */
    static final class ToConnectAddress implements ITypeConverter<ConnectAddress> {
        @Override
        public ConnectAddress convert(String given) throws Problem {
            return ConnectAddress.parse(given);
        }
    }

    /** Converts the name of an encoding. {@code auto} and {@code same} give null: the encoding of each client. */
    static final class ToEncoding implements ITypeConverter<Encoding> {
        @Override
        public Encoding convert(String given) throws Problem {
            boolean each = given.equalsIgnoreCase("auto") || given.equalsIgnoreCase("same");
            return each ? null : Encoding.named(given);
        }
    }

    /** Converts the name or the text of a framing, as {@link UserFramings} reads it. */
    static final class ToFraming implements ITypeConverter<Framing> {
        private final Folders folders;

        /** @param folders in which the user's own framings are */
        ToFraming(Folders folders) {
            this.folders = folders;
        }

        @Override
        public Framing convert(String given) throws Problem {
            return UserFramings.load(folders.config()).parse(given);
        }
    }

    /** Checks a time, as {@link TimeParser} reads it. Only the log tells which moment it is. */
    static final class ToTime implements ITypeConverter<String> {
        private static final TimeParser ANY_LOG = new TimeParser(0, 0, ZoneOffset.UTC);

        @Override
        public String convert(String given) throws Problem {
            ANY_LOG.parse(given);
            return given;
        }
    }

    /** Converts {@code none}, {@code lf}, {@code crlf} or {@code cr}. */
    static final class ToLineEnding implements ITypeConverter<LineEnding> {
        @Override
        public LineEnding convert(String given) throws Problem {
            return LineEnding.named(given);
        }
    }

    /** Converts a size such as {@code 512M} or {@code 2GiB} to bytes. */
    static final class ToCap implements ITypeConverter<Long> {
        @Override
        public Long convert(String given) throws Problem {
            return ByteSize.parse(given, (long) Settings.LEAST_CAPTURE_MEBIBYTES << 20);
        }
    }

    /**
     * Converts {@code text:...} or {@code hex:...} to a template, and checks it.
     *
     * @param bare whether an argument without such a prefix is a text too; otherwise it gives null
     */
    static Template template(String given, boolean bare) throws Problem {
        boolean hex = given.startsWith("hex:");
        boolean text = given.startsWith("text:");
        if (!hex && !text && !bare) {
            return null;
        }
        String typed = hex || text ? given.substring(given.indexOf(':') + 1) : given;
        Template template = new Template(hex ? TextForm.HEX : TextForm.TEXT, typed, LineEnding.NONE);
        template.check();
        return template;
    }
}
