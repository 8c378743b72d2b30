package dev.earshot.cli;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Framing;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.net.ConnectAddress;
import dev.earshot.net.ListenAddress;
import dev.earshot.reply.Template;
import dev.earshot.session.ByteSize;
import dev.earshot.session.Settings;
import dev.earshot.session.TimeParser;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;

/** What is given on the command line, as values; what is wrong with it is a {@link Problem}. */
final class ArgumentConverters {
    private ArgumentConverters() {}

    /** {@code [ADDRESS:]PORT}. */
    static final class ToListenAddress implements ITypeConverter<ListenAddress> {
        @Override
        public ListenAddress convert(String given) throws Problem {
            return ListenAddress.parse(given);
        }
    }

    /** {@code HOST:PORT}. */
    static final class ToConnectAddress implements ITypeConverter<ConnectAddress> {
        @Override
        public ConnectAddress convert(String given) throws Problem {
            return ConnectAddress.parse(given);
        }
    }

    /** The name of an encoding; {@code auto} and {@code same} are null: each client's own. */
    static final class ToEncoding implements ITypeConverter<Encoding> {
        @Override
        public Encoding convert(String given) throws Problem {
            boolean own = given.equalsIgnoreCase("auto") || given.equalsIgnoreCase("same");
            return own ? null : Encoding.named(given);
        }
    }

    /** What {@link Framing#parse} knows. */
    static final class ToFraming implements ITypeConverter<Framing> {
        @Override
        public Framing convert(String given) throws Problem {
            return Framing.parse(given);
        }
    }

    /** A time as {@link TimeParser} reads it; which one it is can be known only beside the log. */
    static final class ToTime implements ITypeConverter<String> {
        private static final TimeParser ANY_LOG = new TimeParser(0, 0, ZoneOffset.UTC);

        @Override
        public String convert(String given) throws Problem {
            ANY_LOG.parse(given);
            return given;
        }
    }

    /** {@code none}, {@code lf} or {@code crlf}. */
    static final class ToLineEnding implements ITypeConverter<LineEnding> {
        @Override
        public LineEnding convert(String given) throws Problem {
            return LineEnding.named(given);
        }
    }

    /** {@code 512M} or {@code 2GiB}, in bytes. */
    static final class ToCap implements ITypeConverter<Long> {
        @Override
        public Long convert(String given) throws Problem {
            return ByteSize.parse(given, (long) Settings.LEAST_CAP_MEBIBYTES << 20);
        }
    }

    /**
     * {@code text:...} or {@code hex:...}, checked.
     *
     * @param bare whether anything else is a text as well; otherwise it is null
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
