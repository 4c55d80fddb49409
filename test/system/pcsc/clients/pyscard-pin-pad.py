"""Has the PIN typed at the reader (PC/SC part 10, FEATURE_VERIFY_PIN_DIRECT), then signs; a line for each step.

    pyscard-pin-pad.py READER DIGEST_INFO

Waits for a line on its input between the two, so that what was said during the entry can be looked at alone.
"""

import sys

from smartcard.scard import SCARD_CTL_CODE
from smartcard.System import readers
from smartcard.util import PACK, toBytes, toHexString

GET_FEATURE_REQUEST = SCARD_CTL_CODE(3400)
VERIFY_PIN_DIRECT = 0x06
FEATURE_BYTES = 6  # tag, length 4, control code

SELECT_JPKI = "00A4040C0AD392F000260100000001"
SELECT_PIN = "00A4020C020018"
SELECT_KEY = "00A4020C020017"

VERIFY = "0020008004FFFFFFFF"
PIN_VERIFY_STRUCTURE = (
    "1E1E"  # both time-outs, seconds
    "820400"  # ASCII from the left, a block of four bytes, no length in it
    "0404"  # most and fewest digits
    "0201"  # the enter key ends it, one message
    "110400"  # in Japanese, the first
    "000000"  # NAD, PCB and LEN are the driver's to fill in
    "09000000" + VERIFY
)

wanted, digest_info = sys.argv[1:]
card = next(reader for reader in readers() if str(reader) == wanted).createConnection()
card.connect()


def send(apdu):
    data, sw1, sw2 = card.transmit(toBytes(apdu))
    return toHexString(data, PACK), f"{sw1:02X}{sw2:02X}"


told = card.control(GET_FEATURE_REQUEST, [])
features = {told[at]: told[at + 2:at + FEATURE_BYTES] for at in range(0, len(told), FEATURE_BYTES)}
code = int.from_bytes(bytes(features[VERIFY_PIN_DIRECT]), "big")

print("selected", send(SELECT_JPKI)[1], send(SELECT_PIN)[1], flush=True)
print("verified", toHexString(card.control(code, toBytes(PIN_VERIFY_STRUCTURE)), PACK), flush=True)
sys.stdin.readline()
print("selected", send(SELECT_KEY)[1], flush=True)
signature, status = send(f"802A0080{len(digest_info) // 2:02X}{digest_info}00")
print("signed", status, signature, flush=True)
card.disconnect()
