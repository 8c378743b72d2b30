package dev.earshot.ui;

import dev.earshot.session.words.Words;
import dev.earshot.ui.log.FilterBar;
import dev.earshot.ui.log.LogArea;
import dev.earshot.ui.log.LogBar;
import dev.earshot.ui.log.LogShortcuts;

/** Carries out the commands for the log, which come from the menus and from the bar above it. Confined to the EDT. */
public final class LogCommands implements LogBar.Commands, LogShortcuts.Target {
    private final LogArea log;
    private final FilterBar filter;
    private final StatusBar status;
    private final Words words;

    LogCommands(LogArea log, FilterBar filter, StatusBar status, Words words) {
        this.log = log;
        this.filter = filter;
        this.status = status;
        this.words = words;
    }

    @Override
    public void follow(boolean wanted) {
        log.follow(wanted);
    }

    @Override
    public void clear() {
        log.clear();
    }

    @Override
    public void undoClear() {
        if (!log.undoClear()) {
            status.say(words.of("ui.clear.none"));
        }
    }

    @Override
    public void find(int step) {
        log.find(step);
    }

    @Override
    public void focusFilter() {
        filter.focusField();
    }

    @Override
    public void openGoTo() {
        log.openGoTo(filter);
    }

    @Override
    public void exportRows() {
        log.exports().open(filter);
    }

    @Override
    public void openLogFile() {
        log.logFile().open(filter);
    }

    @Override
    public void complain(String why) {
        status.complain(why);
    }
}
