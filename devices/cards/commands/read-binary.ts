import { response } from "../../iso7816/apdu.ts";
import { SW } from "../../iso7816/status-word.ts";
import type { CommandHandler } from "../application.ts";

/** READ BINARY `00 B0`: offset in P1 P2, or P1 bit 8 with a short id and the offset in P2 (my-number-card.md §2.3, D-03). */
export const readBinary: CommandHandler = (session, { p1, p2, ne }) => {
  const short = (p1 & 0x80) !== 0;
  if (short) {
    const object = session.find(p1 & 0x1f);
    if (object === undefined) return { response: response(SW.notFound) };
    session.current = object;
  }
  const file = session.current;
  if (file === undefined) return { response: response(SW.noCurrentFile) };
  if (file.kind !== "file") return { response: response(SW.incompatibleFile) };
  if (!session.may(file.read)) return { response: response(SW.securityStatusNotSatisfied) };
  const content = session.contentOf(file);
  const offset = short ? p2 : (p1 << 8) | p2;
  if (offset >= content.length) return { response: response(SW.wrongOffset) };
  if (ne === 0) return { response: response(SW.wrongLength) };
  return {
    response: response(SW.ok, content.slice(offset, offset + ne)),
    ...(file.holds === undefined ? {} : { holds: { response: file.holds } }),
  };
};
