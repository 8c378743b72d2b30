/**
 * The text of addresses: what a person types into address and port fields becomes an address or a problem that names
 * the mistake, and an address becomes the text that the window and the terminal show.
 *
 * <p><b>May import</b> {@code codec} and SLF4J, nothing else of ours. It opens no socket and asks no name service: the
 * host of a {@link dev.earshot.net.address.ConnectAddress} is only a name until {@code net} looks it up.
 *
 * <p><b>From text.</b> {@link dev.earshot.net.address.ListenAddress} is where an endpoint listens, {@link
 * dev.earshot.net.address.ConnectAddress} where it connects or sends to, {@link dev.earshot.net.address.AddressFilter}
 * who may connect. They share the reading of IP addresses ({@link dev.earshot.net.address.IpText}), names ({@link
 * dev.earshot.net.address.HostText}) and ports, and {@link dev.earshot.net.address.InputText}, which cleans what was
 * typed.
 *
 * <p><b>To text.</b> {@link dev.earshot.net.address.Addresses} turns the address of a peer into text. It alone tells
 * IP addresses from a {@link dev.earshot.net.address.NamedAddress}.
 *
 * <p><b>Of this computer.</b> {@link dev.earshot.net.address.LocalAddresses} lists the addresses on which an endpoint
 * can listen; it asks the system each time, which may take a while. {@link dev.earshot.net.address.InterfaceAddresses}
 * are those of all interfaces as they were some seconds ago, which costs nothing to ask.
 */
package dev.earshot.net.address;
