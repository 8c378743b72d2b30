"""A dialogue in turns: sends a typed line, prints the answer, and so on, until one side says 'bye'.

usage: dialogue.py PORT [ENCODING]

Try it with: earshot listen PORT --end-on bye
"""

import socket
import sys

encoding = sys.argv[2] if len(sys.argv) > 2 else "utf-8"
server = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
for line in sys.stdin:
    said = line.rstrip("\n")
    server.sendall(said.encode(encoding))
    answer = server.recv(4096)
    if not answer:
        break
    print(answer.decode(encoding), flush=True)
    if answer.decode(encoding) == "bye":
        answer = server.recv(4096)
        break
print("(end)" if not answer else "(not ended)", flush=True)
