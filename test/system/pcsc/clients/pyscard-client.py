"""Sends APDUs to the card in a reader through pyscard and prints, as JSON, what came.

    pyscard-client.py READER TIMES APDU...    all APDUs in one transaction, TIMES times over
"""

import json
import sys

from smartcard.CardConnection import CardConnection
from smartcard.ExclusiveTransmitCardConnection import ExclusiveTransmitCardConnection
from smartcard.System import readers
from smartcard.util import PACK, toBytes, toHexString

wanted, times, *apdus = sys.argv[1:]
found = readers()
reader = next(candidate for candidate in found if str(candidate) == wanted)
card = ExclusiveTransmitCardConnection(reader.createConnection())
card.connect()
print("connected", flush=True)


def transmit_all():
    card.lock()
    try:
        answers = []
        for apdu in apdus:
            data, sw1, sw2 = card.transmit(toBytes(apdu))
            answers.append(toHexString(data + [sw1, sw2], PACK))
        return answers
    finally:
        card.unlock()


rounds = [transmit_all() for _ in range(int(times))]
print(json.dumps({
    "readers": [str(candidate) for candidate in found],
    "atr": toHexString(card.getATR(), PACK),
    "isT1": card.getProtocol() == CardConnection.T1_protocol,
    "answers": rounds[0],
    "alwaysTheSame": all(answers == rounds[0] for answers in rounds),
}))
card.disconnect()
