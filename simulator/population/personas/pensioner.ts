import { ageOn } from "../../kernel/civil-time.ts";
import { asComputed, certificateLasts, isPlain, rowsThatCount } from "./common.ts";
import { persona } from "./persona.ts";

/** 75 or older: late-elderly insurance, no symbol, no branch, a contribution ratio. */
export const pensioner = persona({
  id: "pensioner",
  title: { ja: "後期高齢者", en: "late-elderly patient" },
  startIndex: 40_000_000,
  suits: (person, today) => {
    const [row, another] = rowsThatCount(person, today);
    return (
      isPlain(person) &&
      ageOn(person.birthdate, today) >= 76 &&
      row !== undefined &&
      row.lost === undefined &&
      another === undefined
    );
  },
  overlay: asComputed,
  registered: true,
  certificateEnds: certificateLasts,
});
