import { response } from "../../iso7816/apdu.ts";
import type { StatusWord } from "../../iso7816/status-word.ts";
import type { CardReply } from "../application.ts";

const made = new Map<StatusWord, CardReply>();

/** An answer of two status bytes; made once for each word, nobody writes into it. */
export function statusOnly(sw: StatusWord): CardReply {
  const known = made.get(sw);
  if (known !== undefined) return known;
  const reply: CardReply = { response: response(sw) };
  made.set(sw, reply);
  return reply;
}
