import { response } from "../../iso7816/apdu.ts";
import { SW } from "../../iso7816/status-word.ts";
import type { CardReply, CommandHandler } from "../application.ts";
import type { CardSession } from "../card-session.ts";
import { statusOnly } from "./status-only.ts";

/** READ BINARY `00 B0`: offset in P1 P2, or P1 bit 8 with a short id and the offset in P2 (my-number-card.md §2.3, D-03). */
export const readBinary: CommandHandler = (session, { p1, p2, ne }) => {
  const short = (p1 & 0x80) !== 0;
  if (short) {
    const object = session.find(p1 & 0x1f);
    if (object === undefined) return statusOnly(SW.notFound);
    session.current = object;
  }
  return readFrom(session, short ? p2 : (p1 << 8) | p2, ne);
};

function readFrom(session: CardSession, offset: number, ne: number): CardReply {
  const file = session.current;
  if (file === undefined) return statusOnly(SW.noCurrentFile);
  if (file.kind !== "file" || file.structure !== "transparent") return statusOnly(SW.incompatibleFile);
  if (!session.may(file.read)) return statusOnly(SW.securityStatusNotSatisfied);
  const content = file.contents()[0];
  if (content === undefined || offset >= content.length) return statusOnly(SW.wrongOffset);
  if (ne === 0) return statusOnly(SW.wrongLength);
  const end = offset + ne;
  // Ne 256 and more means "as much as there is": only a read that named its length can fall short of it (§2.1).
  const cut = end > content.length && ne < 256 && session.profile.readAcrossEnd === "6282";
  // A view, not a copy: nobody writes into an answer, and reading is what a card does most.
  const answer = response(cut ? SW.endOfFile : SW.ok, content.subarray(offset, end));
  return file.holds === undefined ? { response: answer } : { response: answer, holds: { response: file.holds } };
}
