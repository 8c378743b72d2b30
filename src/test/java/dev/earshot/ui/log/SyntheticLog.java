package dev.earshot.ui.log;

import dev.earshot.codec.Encoding;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowSource;
import dev.earshot.journal.search.Filter;
import dev.earshot.net.Origin;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.FilterResult;
import dev.earshot.session.Lens;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A log of any number of rows whose texts are their numbers. */
final class SyntheticLog implements LogSource, RowSource {
    private static final FilterResult ALL = new FilterResult(Filter.ALL, true, null, null);
    private static final InetSocketAddress CLIENT = new InetSocketAddress("127.0.0.1", 50_001);

    long first;
    long end;
    int reads;

    SyntheticLog(long end) {
        this.end = end;
    }

    @Override
    public RowSource rows() {
        return this;
    }

    @Override
    public long oldestRow() {
        return first;
    }

    @Override
    public long count() {
        return end;
    }

    @Override
    public Row read(long number, int most) {
        if (number < first || number >= end) {
            throw new IndexOutOfBoundsException("row " + number);
        }
        reads++;
        byte[] text = Long.toString(number).getBytes(StandardCharsets.US_ASCII);
        return new Row(number, Row.Kind.RECEIVED, number * 1000, 1, CLIENT, null, 0, text.length, text, Origin.PERSON);
    }

    @Override
    public int generation() {
        return 0;
    }

    @Override
    public FilterResult filtered() {
        return ALL;
    }

    @Override
    public Lens lens() {
        return new Lens(null, peer -> Encoding.UTF_8);
    }

    @Override
    public String label(Row row) {
        return Addresses.text(row.remote());
    }

    @Override
    public String address(Row row) {
        return label(row);
    }

    @Override
    public int labels() {
        return 0;
    }

    @Override
    public void close() {}
}
