/**
 * Holds what a person has set: the settings, the kinds of endpoints with their options, and the small files of text.
 *
 * <p>May import {@code net}, {@code tftp}, {@code files}, {@code fields}, {@code journal}, {@code codec} and their
 * packages; never {@code session}, which sees this package, and none of its other packages.
 *
 * <p>The words:
 *
 * <ul>
 *   <li>A <b>setting</b> has a name in the file and a {@link dev.earshot.session.settings.SettingKey}, which reads and
 *       prints its value. {@link dev.earshot.session.settings.Settings} has the values as one tab sees them;
 *       {@link dev.earshot.session.settings.SettingsFile} keeps them. The keys are there, in
 *       {@link dev.earshot.session.settings.SendKeys}, {@link dev.earshot.session.settings.WindowKeys},
 *       {@link dev.earshot.session.settings.LimitKeys} and the kinds of endpoints.
 *   <li>A <b>profile</b> is a file with the settings that {@link dev.earshot.session.settings.TabKeys} lists.
 *   <li>A <b>kind</b> of endpoint, such as TCP server, is an {@link dev.earshot.session.settings.EndpointKind}: its
 *       settings and capabilities. {@link dev.earshot.session.settings.EndpointKinds} lists all kinds. An {@link
 *       dev.earshot.session.settings.EndpointConfig} has the address and options of one endpoint to open.
 *   <li>A {@link dev.earshot.session.settings.ConnectionConfig} is what changes the connections of any TCP endpoint,
 *       as a user chooses it: their encryption ({@link dev.earshot.session.settings.TlsConfig}) and what {@link
 *       dev.earshot.session.settings.TcpOptions} lists. Each {@link dev.earshot.session.settings.TcpOption} is told
 *       once; each kind of endpoint has {@link dev.earshot.session.settings.TcpOptionKeys} for all of them.
 *   <li>A {@link dev.earshot.session.settings.TextFile} is a file of text that a person has chosen or written; it is
 *       read and written whole. A {@link dev.earshot.session.settings.FileProblem} says why that failed, and a {@link
 *       dev.earshot.session.settings.ByteSize} is a number of bytes as people type it.
 * </ul>
 *
 * <p>Settings may be read and changed on any thread. What reads or writes files blocks, and stays off the EDT.
 */
package dev.earshot.session.settings;
