import type { Crossing, Trace } from "../../../simulator/kernel/trace.ts";
import { decodeMessage, messageKind, parseFileName } from "../../../simulator/messages/index.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, isPdf, keptBytes, sameFile, tellsOf } from "../reading.ts";

/** Result files that are no text in the declared encoding, or no message of their kind, in their last state. */
function unreadable(trace: Trace): readonly Crossing<"exchange.file">[] {
  const last = new Map<string, Crossing<"exchange.file">>();
  for (const crossing of trace.on("exchange.file")) {
    const { folder, change, name } = crossing.message;
    if (folder !== "req" && change === "written") last.set(`${folder}/${name.toLowerCase()}`, crossing);
  }
  return [...last.values()].filter(({ message }) => {
    const parsed = parseFileName(message.name);
    const kind =
      parsed?.direction === "res" && /^(?:xml|zip)$/.test(parsed.extension) && !isPdf(message)
        ? messageKind(parsed.code)
        : undefined;
    const bytes = keptBytes(message);
    return kind !== undefined && bytes !== undefined && !decodeMessage(kind.answer, bytes, kind.limits).ok;
  });
}

/**
 * What cannot be read is told and left where it is; nothing of it is stored. That it stays in the shared folder is our reading
 * of "file kept": a copy elsewhere cannot be seen from here, and a file that is gone looks the same whether deleted or moved.
 */
export const unreadableKept = check({
  id: "exchange/unreadable-kept",
  title: { ja: "読めない結果の扱い", en: "what cannot be read is told and kept" },
  expected: {
    ja: "読めない結果ファイルを知らせ、共有フォルダーに残し、一部も取り込まない",
    en: "tells of a result that cannot be read, leaves it in the shared folder, and imports no part of it",
  },
  clause: "receipt-system-interface.md §1.5, §6.2, SEQ-12; requirements.md C57, C58",
  requires: ["R3-10", "X-04"],
  next: {
    ja: "宣言どおりに読めないファイルは取り込まず、警告し、人が確認するまで共有フォルダーに残してください（移動も不可）",
    en: "import no part of a file that is not what it declares; warn, and leave it in the shared folder (not moved) until somebody looked at it",
  },
  judge(trace) {
    const files = unreadable(trace);
    if (files.length === 0) return inconc({ ja: "読めない結果がなかった", en: "every result could be read" });
    const evidence: number[] = [];
    const alerts = actsOf(trace, "alerted").filter(({ message }) => message.alert === "unreadable-file");
    for (const { seq, message } of files) {
      const is = (file: string): boolean => sameFile(file, message.name);
      const imported = actsOf(trace, "imported").find(({ message: act }) => is(act.file));
      if (imported !== undefined)
        return fail([seq, imported.seq], { ja: `${message.name}を取り込んだ`, en: `${message.name} was imported` });
      const alert = alerts.find(tellsOf(trace, { seq, file: message }));
      if (alert === undefined)
        return fail([seq], {
          ja: `${message.name}が読めないと知らせなかった`,
          en: `did not tell that ${message.name} cannot be read`,
        });
      const removed = trace.on("exchange.file").find(({ message: file }) => file.change === "removed" && is(file.name));
      if (removed !== undefined)
        return fail([removed.seq], {
          ja: `${message.name}を共有フォルダーから取り除いた`,
          en: `${message.name} was taken out of the shared folder`,
        });
      evidence.push(alert.seq);
    }
    return pass(evidence, { ja: "読めない結果を知らせて残した", en: "told and kept" });
  },
  passes: ["C57", "C58"],
  bites: ["C57@broken/deletes-unreadable"],
});
