"""Goes on with a card, whatever happens, until PC/SC says it was removed; tells what it heard, a line a command.

    pyscard-holder.py READER APDU
"""

import sys
import time

from smartcard.Exceptions import SmartcardException
from smartcard.System import readers
from smartcard.util import toBytes

MOST_COMMANDS = 200
PAUSE_S = 0.05

wanted, apdu = sys.argv[1:]
card = next(reader for reader in readers() if str(reader) == wanted).createConnection()
card.connect()
for _ in range(MOST_COMMANDS):
    try:
        _, sw1, sw2 = card.transmit(toBytes(apdu))
        print(f"{sw1:02X}{sw2:02X}", flush=True)
    except SmartcardException as error:
        print(error, flush=True)
        if "Card was removed" in str(error):
            break
    time.sleep(PAUSE_S)
