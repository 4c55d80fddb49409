import { ageOn } from "../../kernel/civil-time.ts";
import { asComputed, certificateLasts } from "./common.ts";
import { persona } from "./persona.ts";

/** 75 or older: late-elderly insurance, no symbol, no branch, a contribution ratio. */
export const pensioner = persona({
  id: "pensioner",
  title: { ja: "後期高齢者", en: "late-elderly patient" },
  startIndex: 40_000_000,
  suits: (person, today) => {
    const [row] = person.eligibilities;
    return ageOn(person.birthdate, today) >= 76 && row !== undefined && row.acquired <= today && row.lost === undefined;
  },
  overlay: asComputed,
  registered: true,
  certificateEnds: certificateLasts,
});
