import { ascii, concat, latin1 } from "../../../simulator/kernel/bytes.ts";
import { type CivilDate, isCivilDate } from "../../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import type { Codec } from "../../../simulator/kernel/vector.ts";

/** Record 1 of EF 0001 of the common card application (my-number-card.md §1.6). */
export interface CardRecord {
  /** 15 digits, 製造番号. */
  readonly serialNumber: string;
  /** Five digits. */
  readonly municipality: string;
  readonly expiry: CivilDate;
}

const HEADER_BYTES = 2;
const SHAPE = /^(\d{15})(\d{5})(\d{8})$/;

/** `01 1C` and 28 ASCII digits. */
export const cardRecord: Codec<CardRecord> = {
  decode(bytes) {
    const [, serialNumber, municipality, expiry] = SHAPE.exec(latin1(bytes.subarray(HEADER_BYTES))) ?? [];
    if (bytes[0] !== 0x01 || bytes[1] !== 0x1c || expiry === undefined || !isCivilDate(expiry))
      throw new MisuseError("card record", "is not 01 1C, fifteen digits, five digits and a date");
    return { serialNumber: serialNumber ?? "", municipality: municipality ?? "", expiry };
  },
  encode: ({ serialNumber, municipality, expiry }) =>
    concat(Uint8Array.of(0x01, 0x1c), ascii(`${serialNumber}${municipality}${expiry}`)),
};
