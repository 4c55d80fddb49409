import { stampAt } from "../../kernel/civil-time.ts";
import { drawDigits } from "../../kernel/rng.ts";
import { type PasscodeRequest, sipcd01 } from "../../messages/kinds/sipcd01.ts";
import { validate } from "../../messages/validate.ts";
import { extAnswer } from "../ext-answer.ts";
import { behind } from "../ext-service.ts";
import { service } from "../service.ts";
import "../facility-settings.ts";

/** Digits of a passcode (ours). */
const DIGITS = 8;

/** The passcode staff type before a visual check: drawn once, the same until somebody removes it (ours, off by default). */
export const visualPasscode = behind(
  "codes",
  service<PasscodeRequest, object>({
    serves: sipcd01.code,
    title: sipcd01.title,
    badField: (query) => validate(sipcd01.request, query)[0]?.path,
    touches: (_query, _slice, { facility }) => [["visualPasscode", facility.code]],
    answer(_query, slice, cx) {
      const { code } = cx.facility;
      const row = slice.get("visualPasscode", code) ?? { digits: drawDigits(cx.rng, DIGITS), atMs: cx.nowMs };
      const body = { VisualPasscode: row.digits, IssuedAt: stampAt(row.atMs) };
      return { answer: extAnswer(body, cx), changes: [{ table: "visualPasscode", key: code, row }] };
    },
  }),
);
