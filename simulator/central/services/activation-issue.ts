import { toHex } from "../../kernel/bytes.ts";
import { siaco01 } from "../../messages/kinds/siaco01.ts";
import { validate } from "../../messages/validate.ts";
import { codesAnswer } from "../activation.ts";
import { behind } from "../ext-service.ts";
import { service } from "../service.ts";

/** Sixteen characters (ours), and how many a facility may have. */
const CODE_BYTES = 8;
const MOST_CODES = 100;

/** Issues one more activation code (ours, off by default). */
export const activationIssue = behind(
  "codes",
  service<object, object>({
    serves: siaco01.code,
    title: siaco01.title,
    badField: (query) => validate(siaco01.request, query)[0]?.path,
    touches: (_query, _slice, { facility }) => [["activationCodes", facility.code]],
    answer(_query, slice, cx) {
      const before = slice.get("activationCodes", cx.facility.code)?.codes ?? [];
      if (before.length >= MOST_CODES) return { refused: "SIM-E-006" };
      const fresh = { code: toHex(cx.rng.bytes(CODE_BYTES)), atMs: cx.nowMs, inUse: true };
      return codesAnswer([...before, fresh], true, cx);
    },
  }),
);
