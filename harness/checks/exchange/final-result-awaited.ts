import { SECOND_MS } from "../../../simulator/kernel/civil-time.ts";
import type { Crossing, Trace } from "../../../simulator/kernel/trace.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, exchangeOf } from "../reading.ts";

/** Fetches of a job closer together than this only burden the centre (receipt-system-interface.md SEQ-04). */
const APART_MS = 10 * SECOND_MS;

/** Files by name, each in its last state: some are created first and filled afterwards. */
const filesOf = (trace: Trace, name: RegExp): readonly Crossing<"exchange.file">[] => {
  const last = new Map<string, Crossing<"exchange.file">>();
  for (const crossing of trace.on("exchange.file")) {
    const { change, name: file } = crossing.message;
    if (change === "written" && name.test(file)) last.set(file.toLowerCase(), crossing);
  }
  return [...last.values()];
};

const elementIn = ({ message }: Crossing<"exchange.file">, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)<`).exec(message.text ?? "")?.[1];

const isFinal = (result: Crossing<"exchange.file">): boolean =>
  ["1", "9"].includes(elementIn(result, "SegmentOfResult") ?? "");

/** The fetches of one job and what they brought. */
interface Job {
  readonly requests: readonly Crossing<"exchange.file">[];
  /** Results that are final. */
  readonly finals: readonly Crossing<"exchange.file">[];
}

/** Jobs by reception number: a product may have several under way. */
function jobsOf(trace: Trace): readonly Job[] {
  const results = filesOf(trace, /^OQSmu(quc|imm)02res_/i).filter(isFinal);
  const requests = filesOf(trace, /^OQSmu(quc|imm)02req_/i);
  const byNumber = Map.groupBy(requests, (request) => elementIn(request, "ReceptionNumber"));
  return [...byNumber.values()].map((own) => {
    const names = new Set(own.map(({ message }) => exchangeOf(message.name)));
    return { requests: own, finals: results.filter(({ message }) => names.has(exchangeOf(message.name))) };
  });
}

/** "Still working" is no result: ask again until there is one, and import nothing before. */
export const finalResultAwaited = check({
  id: "exchange/final-result-awaited",
  title: { ja: "処理中の再取得", en: "a job is fetched until it is finished" },
  expected: {
    ja: "処理結果区分2や読めない結果では同じ受付番号で取り直し（10秒以上空ける）、最終結果だけを取り込む",
    en: "fetches again under the same number (10 s apart) on segment 2 or an unreadable file, and imports the final result only",
  },
  clause: "receipt-system-interface.md SEQ-04, fact 8, SEQ-12; requirements.md C55, C58",
  requires: ["R0-17", "SYS-37"],
  next: {
    ja: "処理結果区分が1または9になるまで、10秒以上の間隔で受付番号を指定して再取得してください",
    en: "fetch by reception number, 10 s apart, until the segment is 1 or 9",
  },
  judge(trace) {
    const jobs = jobsOf(trace);
    if (jobs.length === 0) return inconc({ ja: "結果を取得しなかった", en: "no result was fetched" });
    const unfinished = jobs.find(({ finals }) => finals.length === 0);
    if (unfinished !== undefined)
      return fail(
        unfinished.requests.map(({ seq }) => seq),
        { ja: "最終結果まで取得しなかった", en: "stopped fetching before the job was finished" },
      );
    for (const { requests } of jobs)
      for (const [index, request] of requests.entries()) {
        const before = requests[index - 1];
        if (before !== undefined && request.atMs - before.atMs < APART_MS)
          return fail([before.seq, request.seq], { ja: "10秒空けずに再取得した", en: "fetched again within 10 s" });
      }
    const finals = jobs.flatMap((job) => job.finals);
    const names = new Set(finals.map(({ message }) => message.name.toLowerCase()));
    const early = actsOf(trace, "batch-row").find(({ message }) => !names.has(message.file.toLowerCase()));
    if (early !== undefined)
      return fail([early.seq], { ja: "最終でない結果を取り込んだ", en: "imported a result that was not final" });
    const fetches = jobs.flatMap(({ requests }) => requests);
    return pass(
      [...fetches, ...finals].map(({ seq }) => seq),
      { ja: `${fetches.length}回の取得で最終結果を得た`, en: `got the final result in ${fetches.length} fetches` },
    );
  },
  passes: ["C55", "C30"],
  bites: ["C55@broken/takes-unfinished"],
});
