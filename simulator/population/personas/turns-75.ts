import { addDays, addMonths } from "../../kernel/civil-time.ts";
import { certificateLasts, isEmployee, nextJuly, withoutLimit } from "./common.ts";
import { persona } from "./persona.ts";

/** 75 tomorrow: late-elderly from the birthday, the old insurance ends that day (eligibility-rules.md §11). */
export const turns75 = persona({
  id: "turns-75",
  title: { ja: "明日75歳", en: "75 tomorrow" },
  startIndex: 64_000_000,
  suits: isEmployee,
  overlay: ({ eligibilities }, today) => {
    const birthday = addDays(today, 1);
    const [row] = eligibilities;
    if (row === undefined) return {};
    const until = addDays(birthday, -1);
    const elderly = { ratio: "020" as const, validFrom: addMonths(birthday, -8), validUntil: until };
    return {
      birthdate: addMonths(birthday, -75 * 12),
      eligibilities: [
        { ...withoutLimit(row), elderly, lost: birthday, reasonOfLoss: "03" },
        {
          cardClassification: "01",
          insurerNumber: "39990015",
          insurerName: "架空県後期高齢者医療広域連合",
          number: "99000010",
          acquired: birthday,
          issued: birthday,
          validFrom: birthday,
          validUntil: nextJuly(birthday),
          contributionRatio: "010" as const,
        },
      ],
    };
  },
  registered: true,
  certificateEnds: certificateLasts,
});
