import { SECOND_MS } from "../../../simulator/kernel/civil-time.ts";
import type { Crossing, Trace } from "../../../simulator/kernel/trace.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf } from "../reading.ts";

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

const segmentOf = ({ message }: Crossing<"exchange.file">): string | undefined =>
  /<SegmentOfResult>(\d)</.exec(message.text ?? "")?.[1];

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
    const requests = filesOf(trace, /^OQSmu(quc|imm)02req_/i);
    const results = filesOf(trace, /^OQSmu(quc|imm)02res_/i);
    if (requests.length === 0) return inconc({ ja: "結果を取得しなかった", en: "no result was fetched" });
    const last = results.findLast((result) => segmentOf(result) === "1" || segmentOf(result) === "9");
    if (last === undefined)
      return fail(
        requests.map(({ seq }) => seq),
        { ja: "最終結果まで取得しなかった", en: "stopped fetching before the job was finished" },
      );
    for (const [index, request] of requests.entries()) {
      const before = requests[index - 1];
      if (before !== undefined && request.atMs - before.atMs < APART_MS)
        return fail([before.seq, request.seq], { ja: "10秒空けずに再取得した", en: "fetched again within 10 s" });
    }
    const early = actsOf(trace, "batch-row").find(
      ({ message }) => message.file.toLowerCase() !== last.message.name.toLowerCase(),
    );
    if (early !== undefined)
      return fail([early.seq], { ja: "最終でない結果を取り込んだ", en: "imported a result that was not final" });
    return pass([...requests.map(({ seq }) => seq), last.seq], {
      ja: `${requests.length}回の取得で最終結果を得た`,
      en: `got the final result in ${requests.length} fetches`,
    });
  },
  passes: ["C55", "C30"],
  bites: ["C55@broken/takes-unfinished"],
});
