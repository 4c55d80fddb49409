import type { JudgedCheck, RunRecord, ScenarioRecord } from "../../../harness/run-record.ts";
import { civilDate, HOUR_MS, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { type AnyCrossing, mark, type Trace, traceOf } from "../../../simulator/kernel/trace.ts";

/** Text that tries to break out of every format: markup, script end, comment, CDATA end, escape sequences, a lone surrogate. */
export const HOSTILE = `</script><script>alert(1)</script><!-- <img src=x onerror="alert(2)"> ]]> & ' \u001b[31m\u0000\u202e\uD800 日本`;

const START_MS = midnightMs(civilDate("2026-02-10")) + 9 * HOUR_MS;
const RESULT = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<XmlMsg><MessageHeader><ProcessExecutionTime>20260210090012</ProcessExecutionTime><QualificationConfirmationDate>20260210</QualificationConfirmationDate></MessageHeader><MessageBody><ProcessingResultStatus>1</ProcessingResultStatus><QualificationValidity>1</QualificationValidity><Name>${HOSTILE.replaceAll(/[<&]/g, "_")}</Name></MessageBody></XmlMsg>`;

/** Crossings 1 to 6: a check-in whose result comes late and twice. */
export const crossings: readonly AnyCrossing[] = [
  {
    seq: 1,
    atMs: START_MS,
    pco: "scenario.step",
    message: { step: "check-in", visit: "V1", persona: "employee" },
  },
  {
    seq: 2,
    atMs: START_MS + 40,
    pco: "central.message",
    message: { kind: "OQSsiquc01", facility: "9912345678", query: {}, answer: { status: "error", code: "S0001" } },
    cause: 1,
    by: ["server-error"],
    fate: "changed",
  },
  {
    seq: 3,
    atMs: START_MS + 12_040,
    pco: "exchange.file",
    message: {
      folder: "face",
      name: "OQSsiquc01res_2026021009001200001.xml",
      change: "written",
      lengthBytes: 812,
      sha256: "ab".repeat(32),
      encoding: "UTF-8",
      text: `${RESULT}<!-- ${mark("personal-number")} -->${"x".repeat(5_000)}`,
    },
    cause: 2,
    by: ["result-late", "no-title"],
    fate: "delayed",
    marks: ["personal-number"],
  },
  {
    seq: 4,
    atMs: START_MS + 15_000,
    pco: "subject.act",
    message: {
      act: "imported",
      visit: "V1",
      chart: HOSTILE,
      file: "OQSsiquc01res_2026021009001200001.xml",
      items: { Name: HOSTILE },
    },
    cause: 3,
    input: true,
  },
  {
    seq: 5,
    atMs: START_MS + 16_000,
    pco: "subject.act",
    message: { act: "settled", visit: "V1", standing: "confirmed", basis: "online", recheck: false },
    cause: 3,
  },
  {
    seq: 6,
    atMs: START_MS + 17_000,
    pco: "card.apdu",
    message: { reader: "R1", application: "jpki", command: `00200080${mark("pin")}`, response: "9000" },
  },
];

function judged(id: string, level: "must" | "should", finding: JudgedCheck["finding"]): JudgedCheck {
  return {
    id,
    level,
    title: { ja: "応答なしを有効としない", en: "silence is not valid" },
    expected: {
      ja: "応答がない・異常の来院を確認済みにせず、後日確認の対象にする",
      en: "a visit without a usable answer is not confirmed and is flagged for another check",
    },
    clause: "eligibility-rules.md §3.7; requirements.md C53, R3-43",
    requires: ["R3-43", "R3-44"],
    next: {
      ja: "時間切れ・異常終了を未確認として扱い、再照会の印を付けてください",
      en: "treat time-outs and failures as unconfirmed and flag them",
    },
    finding,
    evidence: finding.evidence.flatMap((seq) => crossings[seq - 1] ?? []),
  };
}

/** One check of each outcome: pass, fail, inconc, warning, open. */
export const checks = {
  pass: judged("exchange/imported-once", "must", {
    verdict: "pass",
    evidence: [3, 4],
    observed: { ja: "1件を一度だけ取り込んだ", en: "one result, imported once" },
  }),
  fail: judged("line/silence-is-not-valid", "must", {
    verdict: "fail",
    evidence: [2, 3, 4, 5],
    observed: {
      ja: `応答のない来院V1を「confirmed」にした ${HOSTILE}`,
      en: `visit V1 without answer became "confirmed" ${HOSTILE}`,
    },
  }),
  inconc: judged("identity/right-patient", "must", {
    verdict: "inconc",
    evidence: [],
    observed: { ja: "結果ファイルがなかった", en: "no result file" },
  }),
  warning: judged("line/requests-bounded", "should", {
    verdict: "fail",
    evidence: [1],
    observed: { ja: "来院V1で9回要求した", en: "visit V1: 9 requests" },
  }),
  open: judged("privacy/results-are-asked-for", "should", {
    verdict: "inconc",
    evidence: [],
    observed: { ja: "閲覧がなかった", en: "nobody looked" },
  }),
};

/** A trace that ended this way. */
export function sampleTrace(scenario: string, outcome: Trace["footer"]["outcome"]): Trace {
  const header = {
    format: 1,
    product: "madoguchi 0.1.0",
    scenario,
    scenarioHash: "cd".repeat(32),
    subject: "reference",
    mode: "simulate",
    seed: 153,
    policyDate: civilDate("2026-02-10"),
    epochMs: START_MS,
    reader: "simulated-face",
    facility: "clinic",
    armed: [],
    pictures: "",
  } as const;
  return traceOf(header, crossings, { outcome, crossings: crossings.length, sha256: "ef".repeat(32) });
}

/** A scenario record; the parts that matter are given. */
export function sampleScenario(
  parts: Partial<ScenarioRecord> & Pick<ScenarioRecord, "id" | "verdict" | "checks">,
): ScenarioRecord {
  return {
    title: {
      ja: "結果の遅延・重複・順序違い、3台同時",
      en: "late, doubled, out-of-order results; three readers at once",
    },
    expected: {
      ja: "各患者を一度だけ、正しい患者に取り込む。前日の遅れた結果を当日のものとしない",
      en: "each patient once, the right patient; yesterday's late file is not taken for today's",
    },
    requires: ["X-10", "R1-12"],
    policyDate: "2026-02-10",
    seed: 153,
    faults: [],
    warnings: 0,
    trace: sampleTrace(parts.id, "completed"),
    defect: undefined,
    ...parts,
  };
}

const late = { id: "result-late", title: { ja: "結果ファイルの遅延", en: "result file comes late" } };
const trouble = { id: "server-error", title: { ja: "センター側の異常", en: "trouble at the centre" } };

/** A run broken off after one scenario of every kind. */
export const sampleRun: RunRecord = {
  product: "madoguchi 0.1.0",
  subject: {
    id: "broken/timeout-as-valid",
    title: { ja: "時間切れを有効とするレセコン", en: "takes a time-out for valid" },
  },
  mode: "simulate",
  seed: 153,
  scenarios: [
    sampleScenario({ id: "C01", verdict: "pass", checks: [checks.pass, checks.open] }),
    sampleScenario({ id: "C53", verdict: "fail", checks: [checks.fail, checks.pass], faults: [late, trouble] }),
    sampleScenario({ id: "C54", verdict: "inconc", checks: [checks.inconc] }),
    sampleScenario({ id: "C56", verdict: "pass", checks: [checks.pass, checks.warning], warnings: 1, faults: [late] }),
    sampleScenario({
      id: "C60",
      verdict: "error",
      checks: [checks.inconc],
      trace: sampleTrace("C60", "crashed"),
      defect: `Defect: an instant lies outside the calendar ${HOSTILE}\n    at ensure (errors.ts:47)\n    at formatDay (civil-time.ts:150)\n    at run`,
    }),
  ],
  planned: 20,
  verdict: "error",
  complete: false,
  digest: "12".repeat(32),
};

/** A run in which everything passed. */
export const passedRun: RunRecord = {
  ...sampleRun,
  subject: { id: "reference", title: { ja: "基準となるレセコン", en: "the reference receipt system" } },
  seed: undefined,
  scenarios: [sampleScenario({ id: "C01", verdict: "pass", checks: [checks.pass] })],
  planned: 1,
  verdict: "pass",
  complete: true,
};

/** A run in which nothing happened. */
export const emptyRun: RunRecord = { ...passedRun, scenarios: [], planned: 0, verdict: "none" };
