"""A GT06 tracker. Sends frames with values of its own choice to a port, and prints what each of them says: a field a line."""
import random, socket, struct, sys

random.seed(int(sys.argv[2]))
tracker = socket.create_connection(("127.0.0.1", int(sys.argv[1])))


def crc(data):
    """CRC-16/X-25, bit by bit."""
    value = 0xFFFF
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ 0x8408 if value & 1 else value >> 1
    return value ^ 0xFFFF


def send(protocol, content, serial, said, wide=False, damaged=False):
    length = len(content) + 5
    body = (struct.pack(">H", length) if wide else bytes([length])) + bytes([protocol]) + content + struct.pack(">H", serial)
    check = crc(body) ^ (1 if damaged else 0)
    tracker.sendall((b"\x79\x79" if wide else b"\x78\x78") + body + struct.pack(">H", check) + b"\r\n")
    said = dict(said, length=length, protocol=protocol, serial=serial, crc=check)
    print(*["%s=%s" % pair for pair in said.items()], "right=%d" % (not damaged), sep="|", flush=True)


def position():
    year, month, day = random.randrange(0, 60), random.randrange(1, 13), random.randrange(1, 29)
    hour, minute, second = random.randrange(24), random.randrange(60), random.randrange(60)
    satellites, speed, course = random.randrange(16), random.randrange(256), random.randrange(361)
    north, west, fixed = random.randrange(2), random.randrange(2), random.randrange(2)
    latitude, longitude = random.randrange(90 * 1800000), random.randrange(180 * 1800000)
    mcc, mnc, lac, cell = random.randrange(1000), random.randrange(256), random.randrange(65536), random.randrange(1 << 24)
    flags = course | north << 10 | west << 11 | fixed << 12
    gps = bytes([year, month, day, hour, minute, second, 0xC0 | satellites])
    gps += struct.pack(">IIBH", latitude, longitude, speed, flags)
    lbs = struct.pack(">HBH", mcc, mnc, lac) + cell.to_bytes(3, "big")
    said = {
        "time": "20%02d-%02d-%02dT%02d:%02d:%02dZ" % (year, month, day, hour, minute, second),
        "satellites": satellites, "speed": speed, "course": course, "positioned": fixed,
        "latitude": latitude / 1800000 * (1 if north else -1), "longitude": longitude / 1800000 * (-1 if west else 1),
        "mcc": mcc, "mnc": mnc, "lac": lac, "cell": cell}
    return gps, lbs, said


imei = "".join(random.choice("0123456789") for _ in range(15))
send(0x01, bytes.fromhex("0" + imei), 1, {"imei": imei})
for serial in range(2, 40):
    gps, lbs, said = position()
    terminal, voltage, signal = random.randrange(256), random.randrange(7), random.randrange(5)
    alarm, language = random.choice([0, 1, 2, 3, 4, 5, 6]), random.randrange(3)
    status = {"acc": terminal >> 1 & 1, "charging": terminal >> 2 & 1, "alarmKind": terminal >> 3 & 7, "oilCut": terminal >> 7,
              "voltage": voltage, "signal": signal, "alarm": alarm, "language": language}
    tail = bytes([terminal, voltage, signal, alarm, language])
    kind = serial % 5
    if kind == 0:
        send(0x12, gps + lbs, serial, said)
    elif kind == 1:
        acc, mode, stored = random.randrange(2), random.randrange(13), random.randrange(2)
        send(0x22, gps + lbs + bytes([acc, mode, stored]), serial, dict(said, acc=acc, uploadMode=mode, reuploaded=stored),
             damaged=serial % 2 == 0)
    elif kind == 2:
        send(0x13, tail, serial, status)
    elif kind == 3:
        send(random.choice([0x16, 0x26]), gps + b"\x09" + lbs + tail, serial, dict(said, **status))
    else:
        volts = random.randrange(5000)
        send(0x94, b"\0" + struct.pack(">H", volts), serial, {"information": 0, "externalVoltage": volts / 100}, wide=True)
tracker.close()
print("end", flush=True)
