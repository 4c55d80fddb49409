import { CHAIN, HEADER_BYTES } from "../../../../devices/ccid/constants.ts";
import { xfrBlock } from "../../../../devices/ccid/writer.ts";
import { concat, fromHex, sameBytes, toHex } from "../../../../simulator/kernel/bytes.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { counted, playedCard, powered, withOk } from "../../cards.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { statusText, succeeded } from "../../host-side.ts";

/** UPDATE BINARY with an extended Lc of 500. */
const COMMAND = concat(fromHex("00 D6 00 00 00 01 F4"), counted(500));
const COMMAND_PART_BYTES = 200;
const ANSWER = withOk(counted(700));
/** More parts than an answer of 702 bytes can come in. */
const MAX_PARTS = 100;

/** What is too long for a message goes in parts, both ways, and every byte once. */
export const chaining = firmwareCheck({
  id: "CC-20",
  set: "CC",
  title: { ja: "拡張APDUの分割転送", en: "extended APDUs in parts" },
  expected: {
    ja: "コマンドの各部に空の応答（チェーン10）を返し、長い応答は欠落も重複もなく届く",
    en: "each part of a command gets an empty block with chain 10; a long answer comes whole, nothing twice",
  },
  clause: "USB CCID 1.1 §6.1.4 (wLevelParameter), §6.2.1 (bChainParameter); firmware-validation.md §1.6, §9 X13",
  severity: "must",
  needs: ["ccid", "bench", "t1", "extended-apdu"],
  next: {
    ja: "wLevelParameter 0001・0003には10で続きを求め、0010には直前の部分の続きを返してください",
    en: "on wLevelParameter 0001 and 0003 ask for more with 10; on 0010 go on where the last part ended",
  },
  *run(bench: Bench) {
    const card = playedCard(bench, bench.contactSlot, () => ANSWER);
    yield* powered(bench, card);
    const received = yield* wholeAnswer(bench, yield* sentInParts(bench));
    const [command] = card.commands;
    bench.require(command !== undefined && sameBytes(command, COMMAND), {
      ja: `カードに届いたコマンドは ${command?.length ?? 0} バイト（${COMMAND.length} のはず）、または内容が異なる`,
      en: `the card got ${command?.length ?? 0} bytes of a command of ${COMMAND.length}, or others`,
    });
    bench.require(sameBytes(received, ANSWER), {
      ja: `応答は ${received.length} バイト（${ANSWER.length} のはず）、または内容が異なる`,
      en: `the host got ${received.length} bytes of an answer of ${ANSWER.length}, or others`,
    });
    return { ja: "両方向とも完全に届いた", en: "both came whole" };
  },
});

type Part = { readonly b9: number; readonly data: Uint8Array };

/** Sends the command in parts; the first part of its answer. */
function* sentInParts(bench: Bench): Process<Part> {
  const { host, ics, contactSlot } = bench;
  const partBytes = Math.min(COMMAND_PART_BYTES, ics.maxMessageBytes - HEADER_BYTES);
  for (let from = 0; ; from += partBytes) {
    const end = from + partBytes;
    const isLast = end >= COMMAND.length;
    const level = isLast ? CHAIN.ends : from === 0 ? CHAIN.begins : CHAIN.continues;
    bench.step(`the command from byte ${from}, wLevelParameter ${level}`);
    const answer = yield* host.ask(xfrBlock(host.to(contactSlot), COMMAND.subarray(from, end), level));
    bench.require(
      succeeded(answer),
      {
        ja: `wLevelParameter ${level} に ${statusText(answer)}`,
        en: `wLevelParameter ${level} was answered with ${statusText(answer)}`,
      },
      answer.seq,
    );
    if (isLast) return answer;
    bench.require(
      answer.b9 === CHAIN.next && answer.data.length === 0,
      {
        ja: `途中の部分に bChainParameter ${toHex(Uint8Array.of(answer.b9))}、データ ${answer.data.length} バイト`,
        en: `a part was answered with bChainParameter ${toHex(Uint8Array.of(answer.b9))} and ${answer.data.length} bytes`,
      },
      answer.seq,
    );
  }
}

/** The whole answer from its first part on. */
function* wholeAnswer(bench: Bench, first: Part): Process<Uint8Array> {
  const { host, contactSlot } = bench;
  const parts = [first.data];
  for (let part = first; part.b9 === CHAIN.begins || part.b9 === CHAIN.continues; ) {
    bench.require(parts.length < MAX_PARTS, { ja: "応答が終わらない", en: "the answer does not end" });
    bench.step(`part ${parts.length + 1} of the answer`);
    part = yield* host.ask(xfrBlock(host.to(contactSlot), new Uint8Array(0), CHAIN.next));
    parts.push(part.data);
  }
  return concat(...parts);
}
