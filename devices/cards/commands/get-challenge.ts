import { response } from "../../iso7816/apdu.ts";
import { SW } from "../../iso7816/status-word.ts";
import type { CommandHandler } from "../application.ts";
import { statusOnly } from "./status-only.ts";

/** GET CHALLENGE `00 84 00 00 Le`, 1 to 256 bytes in the short form; the extended form is 6985 (my-number-card.md §2.7). */
export const getChallenge: CommandHandler = (session, { p1, p2, data, ne, extended }) => {
  if (p1 !== 0 || p2 !== 0) return statusOnly(SW.wrongP1P2);
  if (data.length > 0 || ne === 0) return statusOnly(SW.wrongLength);
  if (ne > 256 || extended === true) return statusOnly(SW.conditionsNotSatisfied);
  session.challenge = session.rng.bytes(ne);
  return { response: response(SW.ok, session.challenge) };
};
