import type { KeptFileChange } from "../../../devices/terminal/ports.ts";
import type { Bilingual } from "../../../simulator/kernel/bilingual.ts";
import { decodeMessage, parseFileName, siquc01, writeText } from "../../../simulator/messages/index.ts";
import { check, fail, inconc, pass } from "../../check.ts";

/** Requests must be readable as they are: name, encoding, required items, lengths. */
export const requestsWellFormed = check({
  id: "exchange/requests-well-formed",
  title: { ja: "要求ファイルの形式", en: "requests are well formed" },
  expected: {
    ja: "要求ファイルの名前・文字コード・必須項目・桁数が規定どおりで、拒否（.err）されない",
    en: "name, encoding, required items and lengths of every request are right and none is refused (.err)",
  },
  clause: "receipt-system-interface.md §1.2, §2.2",
  requires: ["R0-15", "R1-43"],
  next: {
    ja: "表示された要素名と桁数を要求ファイルの出力処理で確認してください",
    en: "look up the named element in the code that writes requests",
  },
  judge(trace) {
    const files = trace.on("exchange.file").filter(({ message }) => message.change === "written");
    // A request may be created first and filled afterwards: its last state counts (receipt-system-interface.md §1.4).
    const last = new Map(files.map((file) => [`${file.message.folder}/${file.message.name.toLowerCase()}`, file]));
    const requests = [...last.values()].filter(
      ({ message }) => message.folder === "req" && /^OQSsiquc01req/i.test(message.name),
    );
    if (requests.length === 0) return inconc({ ja: "要求ファイルが出力されなかった", en: "no request was written" });
    for (const { seq, message } of requests) {
      const problem = problemOf(message);
      if (problem !== undefined)
        return fail([seq], { ja: `${message.name}：${problem.ja}`, en: `${message.name}: ${problem.en}` });
    }
    const refused = files.filter(({ message }) => message.name.toLowerCase().endsWith(".err"));
    const [first] = refused;
    if (first !== undefined) {
      return fail(
        refused.map(({ seq }) => seq),
        { ja: `拒否された: ${first.message.name}`, en: `refused: ${first.message.name}` },
      );
    }
    const count = requests.length;
    return pass(
      requests.map(({ seq }) => seq),
      { ja: `要求${count}件すべて読み取れた`, en: `all ${count} requests could be read` },
    );
  },
  passes: ["C07"],
  bites: ["C07@broken/pads-branch"],
});

function problemOf({ name, text, encoding }: KeptFileChange): Bilingual | undefined {
  if (parseFileName(name) === undefined)
    return { ja: "ファイル名が規則に合わない", en: "the name does not follow the grammar" };
  if (text === undefined || encoding === undefined) {
    return { ja: "宣言された文字コードとして読めない", en: "the bytes are no text in the declared encoding" };
  }
  const decoded = decodeMessage(siquc01.request, writeText(text, encoding));
  return decoded.ok ? undefined : decoded.problem;
}
