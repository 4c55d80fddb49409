import { ANTENNA_SLOT, CONTACT_SLOT, referenceIdentity } from "../../firmware-stubs/reference.ts";
import type { Ics } from "./ics.ts";

/** What the reference firmware declares; `madoguchi firmware --ics-example` prints it for makers to change. */
export const referenceIcs: Ics = {
  format: 1,
  name: referenceIdentity.firmwareText,
  echo: referenceIdentity.echoes,
  slots: 2,
  contactSlot: CONTACT_SLOT,
  antennaSlot: ANTENNA_SLOT,
  level: "extended-apdu",
  maxMessageBytes: referenceIdentity.maxMessageBytes,
  followsGetResponse: true,
  pinPad: referenceIdentity.pinPad,
  dataRatesBps: [...referenceIdentity.dataRatesBps],
};
