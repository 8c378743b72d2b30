"""A small Modbus-TCP server (MODBUS Application Protocol V1.1b3). Prints its port. Registers hold ten times their address."""
import socket, struct, threading

coils = [i % 3 == 0 for i in range(1000)]
registers = [i * 10 for i in range(1000)]
identification = {0: b"Test house", 1: b"SRV-1", 2: b"1.0"}


def packed(values):
    packed_bytes = bytearray((len(values) + 7) // 8)
    for i, value in enumerate(values):
        packed_bytes[i // 8] |= value << i % 8
    return bytes(packed_bytes)


def answer(function, data):
    if function in (1, 2):
        start, count = struct.unpack(">HH", data)
        if start + count > len(coils):
            return bytes([function | 0x80, 2])
        states = packed(coils[start:start + count])
        return bytes([function, len(states)]) + states
    if function in (3, 4):
        start, count = struct.unpack(">HH", data)
        if start + count > len(registers):
            return bytes([function | 0x80, 2])
        return bytes([function, 2 * count]) + struct.pack(">%dH" % count, *registers[start:start + count])
    if function == 5:
        start, value = struct.unpack(">HH", data)
        coils[start] = value == 0xFF00
        return bytes([function]) + data
    if function == 6:
        start, value = struct.unpack(">HH", data)
        registers[start] = value
        return bytes([function]) + data
    if function == 15:
        start, count, size = struct.unpack(">HHB", data[:5])
        for i in range(count):
            coils[start + i] = data[5 + i // 8] >> i % 8 & 1 == 1
        return bytes([function]) + data[:4]
    if function == 16:
        start, count, size = struct.unpack(">HHB", data[:5])
        registers[start:start + count] = struct.unpack(">%dH" % count, data[5:])
        return bytes([function]) + data[:4]
    if function == 22:
        start, and_mask, or_mask = struct.unpack(">HHH", data)
        registers[start] = registers[start] & and_mask | or_mask & ~and_mask
        return bytes([function]) + data
    if function == 23:
        start, count, write_start, write_count, size = struct.unpack(">HHHHB", data[:9])
        registers[write_start:write_start + write_count] = struct.unpack(">%dH" % write_count, data[9:])
        return bytes([function, 2 * count]) + struct.pack(">%dH" % count, *registers[start:start + count])
    if function == 43 and data[0] == 14:
        objects = b"".join(bytes([i, len(text)]) + text for i, text in identification.items())
        return bytes([function, 14, data[1], 1, 0, 0, len(identification)]) + objects
    return bytes([function | 0x80, 1])


def serve(connection):
    stream = connection.makefile("rb")
    while True:
        head = stream.read(7)
        if len(head) < 7:
            return
        transaction, protocol, length, unit = struct.unpack(">HHHB", head)
        pdu = stream.read(length - 1)
        result = answer(pdu[0], pdu[1:])
        connection.sendall(struct.pack(">HHHB", transaction, 0, len(result) + 1, unit) + result)


server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen()
print(server.getsockname()[1], flush=True)
while True:
    threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
