"""A device: names itself, and does what it is told. Its name is DEVICE, without a line end, as small devices send it.

usage: device.py PORT [ID]

It understands 'temp?', 'led on', 'led off' and 'off', and answers each command with one line in UTF-8.
Try it with app.py and: earshot listen PORT --reply roles
"""

import socket
import sys

server = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
server.sendall(" ".join(["DEVICE"] + sys.argv[2:]).encode())
led = "off"
for line in server.makefile(encoding="utf-8", newline="\n"):
    command = line.rstrip("\r\n")
    print(command, flush=True)
    if command == "temp?":
        answer = "温度=23.5℃"
    elif command.startswith("led "):
        led = command[len("led "):]
        answer = f"led is {led}"
    else:
        answer = "bye" if command == "off" else f"? {command}"
    server.sendall(answer.encode() + b"\r\n")
    if command == "off":
        break
server.close()
print("(end)", flush=True)
