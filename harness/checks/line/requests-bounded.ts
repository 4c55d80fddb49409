import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf } from "../reading.ts";

/** One request and at most three more (readers-and-line.md §17 "queue": our reading of what the line should bear). */
const MOST_REQUESTS = 4;

/** A receipt system that hears nothing must not flood the line. */
export const requestsBounded = check({
  id: "line/requests-bounded",
  title: { ja: "再試行の上限", en: "requests are bounded" },
  expected: {
    ja: "一つの照会の要求は再試行を含め4回以内",
    en: "at most four requests for one inquiry, retries included",
  },
  clause: "readers-and-line.md §17 (our choice); requirements.md C54",
  requires: ["R3-43"],
  next: { ja: "再試行の回数に上限を設けてください", en: "limit the number of retries" },
  judge(trace) {
    const asked = actsOf(trace, "asked");
    if (asked.length === 0) return inconc({ ja: "要求がなかった", en: "nothing was asked" });
    const groups = new Map<string, number[]>();
    for (const { seq, message, cause } of asked) {
      const key = `${message.visit} ${cause ?? 0}`;
      groups.set(key, [...(groups.get(key) ?? []), seq]);
    }
    const flood = [...groups.entries()].find(([, seqs]) => seqs.length > MOST_REQUESTS);
    if (flood !== undefined) {
      const [key, seqs] = flood;
      return fail(seqs, {
        ja: `来院${key.split(" ")[0]}で${seqs.length}回要求した`,
        en: `visit ${key.split(" ")[0]}: ${seqs.length} requests`,
      });
    }
    return pass(
      asked.map(({ seq }) => seq),
      { ja: `要求${asked.length}回、上限内`, en: `${asked.length} requests, within the limit` },
    );
  },
  passes: ["C07", "C53", "C54"],
  bites: ["C53@broken/retries-forever"],
});
