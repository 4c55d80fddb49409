import { response } from "../../iso7816/apdu.ts";
import { encodeTlv } from "../../iso7816/ber-tlv.ts";
import { SW } from "../../iso7816/status-word.ts";
import type { CommandHandler } from "../application.ts";

/** Shorter than a registered identifier (RID, 5 bytes), a partial name means nothing: probes send such names. */
const MIN_NAME_BYTES = 5;

/** SELECT by name `00 A4 04` or by file id `00 A4 02` (my-number-card.md §2.2). */
export const select: CommandHandler = (session, { p1, p2, data }) => {
  const answer = (sw: number, fci?: Uint8Array) => ({ response: response(sw, fci) });
  if (p1 === 0x04) {
    if (p2 !== 0x0c && p2 !== 0x00) return answer(SW.wrongP1P2);
    const name = Buffer.from(data);
    const found = session.applications.find(
      ({ aid }) => data.length >= MIN_NAME_BYTES && name.equals(aid.subarray(0, data.length)),
    );
    if (found === undefined) return answer(SW.notFound);
    session.select(found);
    return answer(SW.ok, p2 === 0x00 ? encodeTlv(0x6f, encodeTlv(0x84, found.aid)) : undefined);
  }
  if (p1 !== 0x02) return answer(p1 === 0x00 && data.length > 0 ? SW.notFound : SW.wrongP1P2);
  if (data.length !== 2) return answer(SW.wrongLength);
  const object = session.find(((data[0] ?? 0) << 8) | (data[1] ?? 0));
  if (object === undefined) return answer(SW.notFound);
  session.current = object;
  return answer(SW.ok);
};
