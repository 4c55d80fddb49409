import { describe, expect, it } from "vitest";
import { referenceDecisions } from "../../../harness/subjects/decisions.ts";
import { settle } from "../../../harness/subjects/settlement.ts";
import type { Proof } from "../../../harness/subjects/subject.ts";
import { openVisit, type Visit } from "../../../harness/subjects/visit.ts";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";

const person = { name: "見本　太郎", kana: "ﾐﾎﾝ ﾀﾛｳ", birthdate: "19800101", sex: "1" };
const keys = { insurerNumber: "06990014", number: "1", birthdate: "19800101" };
const visit = (changes: Partial<Visit>): Visit => ({
  ...openVisit("V1", person, undefined, undefined, "20260210"),
  ...changes,
});

const confirmed = { billable: true, answered: true, keys };
const refused = { billable: false, answered: true, keys };
const silent = { billable: false, answered: false, keys };

describe("where a visit stands when the patient leaves (eligibility-rules.md §3.7, §8)", () => {
  it.each<[string, Partial<Visit>, Proof, string, string, string]>([
    ["a valid answer confirms", confirmed, "none", "2026-02-10", "confirmed", "online"],
    [
      "a valid answer is the basis, whatever else was shown",
      confirmed,
      "certificate",
      "2026-02-10",
      "confirmed",
      "online",
    ],
    ["an answer that is not valid leaves it open", refused, "certificate", "2026-02-10", "unconfirmed", "certificate"],
    ["silence is not valid", silent, "none", "2026-02-10", "unconfirmed", "none"],
    ["a declaration waits for a later check", silent, "declaration", "2026-02-10", "unconfirmed", "declaration"],
    ["an old card was good until 2025-12-01", silent, "old-card", "2025-12-01", "confirmed", "old-card"],
    ["from 2025-12-02 only with a valid answer", confirmed, "old-card", "2025-12-02", "provisional", "old-card"],
    ["and not without one", silent, "old-card", "2025-12-02", "refused", "old-card"],
    ["until 2026-03-31", confirmed, "old-card", "2026-03-31", "provisional", "old-card"],
    ["from 2026-04-01 never", confirmed, "old-card", "2026-04-01", "refused", "old-card"],
  ])("%s", (_title, state, proof, today, standing, basis) => {
    expect(settle(visit(state), proof, referenceDecisions, civilDate(today))).toEqual({ standing, basis });
  });
});
