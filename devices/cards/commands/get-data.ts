import { response } from "../../iso7816/apdu.ts";
import { SW } from "../../iso7816/status-word.ts";
import type { CommandHandler } from "../application.ts";
import { statusOnly } from "./status-only.ts";

/**
 * GET DATA `00 CA tag Le`: the value without its tag (my-number-card.md §1.7). What an application does not know, and
 * everything while one without data objects is selected, is 6A88. A value that is longer than Le allows is 6700.
 */
export const getData: CommandHandler = (session, { p1, p2, data, ne }) => {
  const object = session.application.data.get((p1 << 8) | p2);
  if (object === undefined) return statusOnly(SW.referenceNotFound);
  if (data.length > 0 || ne === 0) return statusOnly(SW.wrongLength);
  const value = object();
  return value.length > ne ? statusOnly(SW.wrongLength) : { response: response(SW.ok, value) };
};
