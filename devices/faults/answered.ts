import type { ApduExchange } from "../cards/field.ts";
import { response } from "../iso7816/apdu.ts";
import type { StatusWord } from "../iso7816/status-word.ts";

/** The exchange with another answer; what was private in it stays private. */
export const answered = (exchange: ApduExchange, sw: StatusWord, data?: Uint8Array): ApduExchange => ({
  ...exchange,
  response: response(sw, data),
});
