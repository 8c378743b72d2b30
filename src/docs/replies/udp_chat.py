"""One end of a chat by UDP: each typed line is a datagram in GB2312 to whoever was heard last; what comes is printed.

usage: udp_chat.py PORT [HOST:PORT]

PORT is where it receives, 0 any free one; it prints which. HOST:PORT is whom it talks to from the beginning.
Try it with: earshot udp 9000 --to 127.0.0.1:PORT --charset gb2312 --send-charset gb2312
"""

import socket
import sys
import threading

chat = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
chat.bind(("127.0.0.1", int(sys.argv[1])))
print("port", chat.getsockname()[1], flush=True)
partner = None
if len(sys.argv) > 2:
    host, port = sys.argv[2].rsplit(":", 1)
    partner = (host, int(port))


def hear():
    global partner
    while True:
        data, partner = chat.recvfrom(65536)
        print("%s:%d %s" % (*partner, data.decode("gb2312")), flush=True)


threading.Thread(target=hear, daemon=True).start()
for line in sys.stdin:
    if partner:
        chat.sendto(line.rstrip("\n").encode("gb2312"), partner)
