import { response } from "../../iso7816/apdu.ts";
import { SW } from "../../iso7816/status-word.ts";
import type { CommandHandler } from "../application.ts";
import { statusOnly } from "./status-only.ts";

/** Low bits of P2: P1 is a record number (ISO/IEC 7816-4 §7.3.3). */
const BY_NUMBER = 0x04;

/** READ RECORD `00 B2 number SFI<<3|4 Le`; short id 0 is the current EF (my-number-card.md §2.3). */
export const readRecord: CommandHandler = (session, { p1, p2, ne }) => {
  if ((p2 & 0x07) !== BY_NUMBER) return statusOnly(SW.wrongP1P2);
  const sfi = p2 >> 3;
  if (sfi !== 0) {
    const object = session.find(sfi);
    if (object === undefined) return statusOnly(SW.notFound);
    session.current = object;
  }
  const file = session.current;
  if (file === undefined) return statusOnly(SW.noCurrentFile);
  if (file.kind !== "file" || file.structure !== "records") return statusOnly(SW.incompatibleFile);
  if (!session.may(file.read)) return statusOnly(SW.securityStatusNotSatisfied);
  const record = file.contents()[p1 - 1];
  if (record === undefined) return statusOnly(SW.recordNotFound);
  if (ne === 0) return statusOnly(SW.wrongLength);
  const answer = response(SW.ok, record.subarray(0, ne));
  return file.holds === undefined ? { response: answer } : { response: answer, holds: { response: file.holds } };
};
