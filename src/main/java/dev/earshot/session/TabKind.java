package dev.earshot.session;

/** What a tab is to the others: which endpoint its session has. */
public enum TabKind {
    TCP_SERVER
}
