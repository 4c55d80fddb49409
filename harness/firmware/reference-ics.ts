import type { ReaderIdentity } from "../../devices/ccid-reader/identity.ts";
import { ANTENNA_SLOT, CONTACT_SLOT, referenceIdentity } from "../../firmware-stubs/reference.ts";
import type { Ics } from "./ics.ts";

/** What the reference firmware declares with an identity. */
export function icsOf(identity: ReaderIdentity): Ics {
  const takesApdus = identity.level === "apdu";
  return {
    format: 1,
    name: identity.firmwareText,
    echo: identity.echoes,
    slots: 2,
    contactSlot: CONTACT_SLOT,
    antennaSlot: ANTENNA_SLOT,
    level: takesApdus ? "extended-apdu" : "tpdu",
    maxMessageBytes: identity.maxMessageBytes,
    followsGetResponse: takesApdus,
    pinPad: identity.pinPad,
    dataRatesBps: [...identity.dataRatesBps],
  };
}

/** What the reference firmware declares; `madoguchi firmware --ics-example` prints it for makers to change. */
export const referenceIcs: Ics = icsOf(referenceIdentity);
