"""A PC/SC program on a leash: reads one JSON request a line, makes the call through pyscard, answers with one line.

Request: {"call": name, "args": [...]}; answer: {"code": return code, ...}. The calls are those of libpcsclite.
"""

import json
import sys
import threading

from smartcard import scard
from smartcard.System import readers

UNSIGNED = 0xFFFFFFFF


class Program:
    def establish(self):
        code, self.context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
        return {"code": code}

    def list(self):
        code, names = scard.SCardListReaders(self.context, [])
        return {"code": code, "readers": names}

    def connect(self, reader, mode=scard.SCARD_SHARE_SHARED, protocols=3):
        code, self.card, self.protocol = scard.SCardConnect(self.context, reader, mode, protocols)
        return {"code": code, "protocol": self.protocol}

    def reconnect(self, mode, initialization):
        code, self.protocol = scard.SCardReconnect(self.card, mode, 3, initialization)
        return {"code": code}

    def disconnect(self, disposition):
        return {"code": scard.SCardDisconnect(self.card, disposition)}

    def begin(self):
        return {"code": scard.SCardBeginTransaction(self.card)}

    def end(self, disposition=scard.SCARD_LEAVE_CARD):
        return {"code": scard.SCardEndTransaction(self.card, disposition)}

    def transmit(self, command):
        code, answer = scard.SCardTransmit(self.card, self.protocol, list(bytes.fromhex(command)))
        return {"code": code, "answer": bytes(answer).hex().upper()}

    def status(self):
        code, reader, state, protocol, atr = scard.SCardStatus(self.card)
        return {"code": code, "reader": reader, "state": state & 0xFFFF, "atr": bytes(atr).hex().upper()}

    def attribute(self, number):
        code, value = scard.SCardGetAttrib(self.card, number)
        return {"code": code, "value": bytes(value).hex().upper()}

    def control(self, number, data=""):
        code, answer = scard.SCardControl(self.card, number, list(bytes.fromhex(data)))
        return {"code": code, "answer": bytes(answer).hex().upper()}

    def change(self, reader, state, timeout=10000):
        """Waits for a state that differs; the high word of a state is the event counter."""
        code, states = scard.SCardGetStatusChange(self.context, timeout, [(reader, state)])
        return {"code": code, "state": states[0][1]}

    def follow(self, reader, last):
        """Follows a reader until its event counter has this value; gives every counter it saw."""
        state, counters = scard.SCARD_STATE_UNAWARE, []
        while not counters or counters[-1] != last:
            code, states = scard.SCardGetStatusChange(self.context, 10000, [(reader, state)])
            if code != scard.SCARD_S_SUCCESS:
                return {"code": code, "counters": counters}
            state = states[0][1] & ~scard.SCARD_STATE_CHANGED
            counters.append(state >> 16)
        return {"code": 0, "counters": counters}

    def cancel(self, reader):
        """Waits for ever in one thread and cancels that in another."""
        _, states = scard.SCardGetStatusChange(self.context, 0, [(reader, scard.SCARD_STATE_UNAWARE)])
        result = []

        def wait():
            current = states[0][1] & ~scard.SCARD_STATE_CHANGED
            result.append(scard.SCardGetStatusChange(self.context, scard.INFINITE, [(reader, current)])[0])

        waiter = threading.Thread(target=wait, daemon=True)
        waiter.start()
        # libpcsclite ignores a cancel that comes before the wait has begun.
        for _ in range(1000):
            scard.SCardCancel(self.context)
            waiter.join(0.01)
            if result:
                return {"code": result[0]}
        return {"code": 0}

    def release(self):
        return {"code": scard.SCardReleaseContext(self.context)}

    def easy(self, command):
        """The way pyscard's manual shows."""
        connection = readers()[0].createConnection()
        connection.connect()
        data, sw1, sw2 = connection.transmit(list(bytes.fromhex(command)))
        atr = bytes(connection.getATR()).hex().upper()
        connection.disconnect()
        return {"code": 0, "answer": bytes(data + [sw1, sw2]).hex().upper(), "atr": atr}


def main():
    program = Program()
    for line in sys.stdin:
        request = json.loads(line)
        answer = getattr(program, request["call"])(*request["args"])
        answer["code"] &= UNSIGNED
        print(json.dumps(answer), flush=True)


main()
