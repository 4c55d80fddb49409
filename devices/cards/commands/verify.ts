import { response } from "../../iso7816/apdu.ts";
import { SW } from "../../iso7816/status-word.ts";
import type { CommandHandler } from "../application.ts";

/** VERIFY `00 20 00 80|SFI`: present a PIN, or ask for its counter with no data (my-number-card.md §2.4). */
export const verify: CommandHandler = (session, { p1, p2, data }) => {
  const answer = (sw: number) => ({ response: response(sw) });
  if (p1 !== 0 || (p2 & 0x80) === 0) return { ...answer(SW.wrongP1P2), holds: { command: "pin" } };
  if ((p2 & 0x1f) !== 0) {
    const object = session.find(p2 & 0x1f);
    if (object === undefined) return { ...answer(SW.notFound), holds: { command: "pin" } };
    session.current = object;
  }
  const { application, current: object } = session;
  if (application === undefined || object === undefined)
    return { ...answer(SW.noCurrentFile), holds: { command: "pin" } };
  if (object.kind !== "pin") return { ...answer(SW.incompatibleFile), holds: { command: "pin" } };
  const pin = session.pin(application, object);
  if (data.length === 0) return answer(pin.query());
  const sw = pin.verify(data);
  if (sw === SW.ok) session.grant(object.fid);
  return { ...answer(sw), holds: { command: object.holds } };
};
