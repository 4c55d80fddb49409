import { check, fail, inconc, pass } from "../../check.ts";
import { isSelectOfJpki, type Sitting, shownIn, sittingsOf, unansweredIn, visitOf } from "./sittings.ts";

/** Once, and twice more. */
const MOST_READINGS = 3;
/** SELECT by name, as the evidence has a command that never reached the chip. */
const SELECT_BY_NAME = "00A4040C";

/** Where a reading of the card began, up to S01: each begins with the SELECT of the JPKI application. */
function readingsIn(sitting: Sitting): readonly number[] {
  const found = shownIn(sitting).find(({ view }) => view.screen === "S01")?.seq ?? Number.POSITIVE_INFINITY;
  const heard = sitting.on("card.apdu").filter(({ message }) => isSelectOfJpki(message));
  const lost = unansweredIn(sitting).filter(
    ({ pco, message }) => pco === "card.supply" && message.command === SELECT_BY_NAME,
  );
  return [...heard, ...lost].map(({ seq }) => seq).filter((seq) => seq < found);
}

/** A card that cannot be read is read again a few times at most; then the session ends with message 001. */
export const retriesBounded = check({
  id: "reader/retries-bounded",
  title: { ja: "読み直しの回数に上限がある", en: "a card is read a few times at most" },
  expected: {
    ja: "読めないカードの読み直しは2回までで、【001】で終わる",
    en: "reads a card that cannot be read twice more at most, then ends with 001",
  },
  clause: "requirements.md F04, F06; how often is ours: no figure is public",
  requires: ["R3-53", "X-04"],
  next: {
    ja: "読み直しの回数を限り、尽きたら【001】で終わってください",
    en: "limit how often a card is read, and end with 001",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      const readings = readingsIn(sitting);
      const shown = shownIn(sitting);
      const unread = shown.every(({ view }) => view.screen !== "S01");
      if (readings.length < 2 && !unread) continue;
      const visit = visitOf(sitting);
      if (readings.length > MOST_READINGS)
        return fail(readings, {
          ja: `${visit}: ${readings.length}回読んだ`,
          en: `${visit}: read ${readings.length} times`,
        });
      const last = shown.at(-1);
      if (unread && last?.view.message !== "001")
        return fail([...readings, last?.seq ?? sitting.step.seq], {
          ja: `${visit}: 【001】で終わらない`,
          en: `${visit}: does not end with 001`,
        });
      evidence.push(...readings);
    }
    if (evidence.length === 0) return inconc({ ja: "どのカードも一度で読めた", en: "every card was read at once" });
    return pass(evidence, { ja: "読み直しは上限内", en: "no card was read more often" });
  },
  passes: ["F04", "F06"],
  bites: ["F04@reader/reads-without-end", "F06@reader/reads-without-end"],
});
