import { certificateLasts, isEmployee, NAMESAKES } from "./common.ts";
import { persona } from "./persona.ts";

/** Same kana and birth date as the mover, another person. */
export const namesake = persona({
  id: "namesake",
  title: { ja: "同姓同名・同生年月日の別人", en: "namesake of the mover" },
  startIndex: 63_000_000,
  suits: isEmployee,
  overlay: () => ({ ...NAMESAKES, name: "同名　晃" }),
  registered: true,
  certificateEnds: certificateLasts,
});
