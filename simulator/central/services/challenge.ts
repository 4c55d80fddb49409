import { toHex } from "../../kernel/bytes.ts";
import { MINUTE_MS } from "../../kernel/civil-time.ts";
import { type CardDialogue, firstBadField } from "../../messages/kinds/card-dialogue.ts";
import { service } from "../service.ts";

type Kind = CardDialogue["SIMchallenge"];
/** A challenge not used within this time is worthless (ours). */
const LIFE_MS = 5 * MINUTE_MS;

/** Gives out a fresh challenge; never the same twice, never good twice. */
export const challenge = service<Kind["query"], Kind["answer"]>({
  serves: "SIMchallenge",
  title: { ja: "チャレンジの発行（模擬独自）", en: "issue a challenge (ours)" },
  badField: (query) => firstBadField("SIMchallenge", query),
  touches: () => [],
  answer(_query, _slice, { rng, nowMs, facility }) {
    const id = toHex(rng.bytes(8));
    const bytes = toHex(rng.bytes(32));
    const row = { bytes, facility: facility.code, expiresAtMs: nowMs + LIFE_MS };
    return { answer: { ChallengeId: id, Challenge: bytes }, changes: [{ table: "challenge", key: id, row }] };
  },
});
