import type { PrivateKind } from "../../../simulator/kernel/trace.ts";
import { response } from "../../iso7816/apdu.ts";
import { type StatusWord, SW } from "../../iso7816/status-word.ts";
import type { BoundObject, CardReply, CommandHandler } from "../application.ts";
import type { CardSession } from "../card-session.ts";

/** What was presented is private whatever comes of it: with the wrong P1 P2, too, it may be a PIN. */
const marked = (sw: StatusWord, command: PrivateKind = "pin"): CardReply => ({
  response: response(sw),
  holds: { command },
});

/** The PIN that P2 `80` (the current one) or `80|SFI` names, or the status word that says why there is none. */
function pinNamed(session: CardSession, p2: number): (BoundObject & { readonly kind: "pin" }) | StatusWord {
  if ((p2 & 0xe0) !== 0x80) return SW.wrongP1P2;
  if ((p2 & 0x1f) !== 0) {
    const object = session.find(p2 & 0x1f);
    if (object === undefined) return SW.notFound;
    session.current = object;
  }
  const { current } = session;
  if (current === undefined) return SW.noCurrentFile;
  return current.kind === "pin" ? current : SW.incompatibleFile;
}

/** VERIFY `00 20 00 80|SFI`: present a PIN, or ask for its counter with no data (my-number-card.md §2.4). */
export const verify: CommandHandler = (session, { p1, p2, data }) => {
  if (p1 !== 0) return marked(SW.wrongP1P2);
  const object = pinNamed(session, p2);
  if (typeof object === "number") return marked(object);
  if (data.length === 0) return { response: response(object.pin.query()) };
  const sw = object.pin.verify(data);
  if (sw === SW.ok) session.grant(object.fid);
  // A wrong presentation takes the right of an earlier one away; 6700 was no presentation.
  else if (sw !== SW.wrongLength) session.revoke(1 << object.fid);
  return marked(sw, object.holds);
};

/** The new value alone, after a good VERIFY of the same PIN; `p1` is what the command's P1 has to be (my-number-card.md §2.5). */
const change =
  (p1Wanted: number): CommandHandler =>
  (session, { p1, p2, data }) => {
    if (p1 !== p1Wanted) return marked(SW.wrongP1P2);
    const object = pinNamed(session, p2);
    if (typeof object === "number") return marked(object);
    if (!session.holds(object.fid)) return marked(SW.securityStatusNotSatisfied, object.holds);
    return marked(object.pin.change(data), object.holds);
  };

/** CHANGE REFERENCE DATA `00 24 01 80|SFI new`: JPKI and 券面事項入力補助. */
export const changeReferenceData: CommandHandler = change(0x01);

/** CHANGE KEY `80 32 00 80|SFI new`: 共通カード and 住基. */
export const changeKey: CommandHandler = change(0x00);
