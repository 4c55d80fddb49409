import Builder from "fast-xml-builder";
import { SaxesParser } from "saxes";
import { ROOT } from "../../simulator/messages/element-table.ts";
import { decodeMessage, encodeMessage, siquc01 } from "../../simulator/messages/index.ts";
import type { QualificationAnswer } from "../../simulator/messages/kinds/siquc01.ts";
import { vectorText } from "../../simulator/messages/message-kind.ts";
import { checkInScenario, picturesFor, readyWorld } from "./check-in-world.ts";
import { type Figure, figure } from "./figure.ts";
import { perSecond, ratios, takeTurns, timeMs } from "./statistics.ts";

const MESSAGES = 1_000;
const ROUNDS = 9;
/** At least as long: performance.md §5 measures an answer of 3,022 bytes. */
const ANSWER_BYTES = 2_000;
const OPTIONS = { encoding: "UTF-8", order: "paper" } as const;

/** Messages read and written, bytes to checked record and back, beside the libraries alone and hand-made text. */
export async function measureMessages(): Promise<readonly Figure[]> {
  const { request, bytes, record } = await messages();
  const [requestText, text] = [request, bytes].map((file) => Buffer.from(file).toString("utf8"));
  const asked = decodeMessage(siquc01.request, request);
  if (requestText === undefined || text === undefined || !asked.ok) throw new Error("the messages cannot be read");
  const template = templateOf(text, record);
  const builder = new Builder({ format: true, indentBy: "  ", ignoreAttributes: true, suppressEmptyNode: true });
  const [exchange = [], bare = [], read = [], saxes = [], written = [], built = []] = takeTurns(ROUNDS, [
    repeat(() => {
      decodeMessage(siquc01.request, request);
      encodeMessage(siquc01.answer, record, OPTIONS);
    }),
    repeat(() => {
      parseToObject(requestText);
      template(record);
    }),
    repeat(() => decodeMessage(siquc01.answer, bytes)),
    repeat(() => parseToObject(text)),
    repeat(() => encodeMessage(siquc01.answer, record, OPTIONS)),
    repeat(() => builder.build({ [ROOT]: record })),
  ]);
  return [
    figure("XML in and out, of saxes parse + template build", "ratio", ratios(bare, exchange), ">= 0.6x"),
    figure(`  OQSsiquc01: ${request.length} B in, ${bytes.length} B out, both checked`, "per-second", rate(exchange)),
    figure("  saxes to object, template with 5 holes", "per-second", rate(bare)),
    figure("read the result, checked, of saxes to object", "ratio", ratios(saxes, read), ">= 2x"),
    figure("read the result", "per-second", rate(read), ">= 100,000/s"),
    figure("  saxes to object", "per-second", rate(saxes)),
    figure("write the result, checked, of fast-xml-builder", "ratio", ratios(built, written), ">= 3x"),
    figure("write the result", "per-second", rate(written), ">= 150,000/s"),
    figure("  fast-xml-builder, text only", "per-second", rate(built)),
  ];
}

const rate = (ms: readonly number[]): readonly number[] => perSecond(MESSAGES, ms);

function repeat(work: () => void): () => number {
  return () =>
    timeMs(() => {
      for (let number = 0; number < MESSAGES; number++) work();
    });
}

/** A request as a receipt system writes it, and the result of a check-in, long enough with medical insurance twice. */
async function messages(): Promise<{
  readonly request: Uint8Array;
  readonly bytes: Uint8Array;
  readonly record: QualificationAnswer;
}> {
  const vector = siquc01.vectors.request.find((candidate) => "record" in candidate);
  const decoded = decodeMessage(siquc01.answer, await faceResult());
  if (vector === undefined || !decoded.ok) throw new Error("no message to measure");
  const read = decodeMessage(siquc01.request, Buffer.from(vectorText({ ...vector, encoding: "UTF-8" })));
  if (!read.ok) throw new Error(read.problem.en);
  const request = encodeMessage(siquc01.request, read.record, OPTIONS);
  const { record } = decoded;
  const people = record.MessageBody.ResultList?.ResultOfQualificationConfirmation ?? [];
  let long: QualificationAnswer = record;
  for (let more = 1; encodeMessage(siquc01.answer, long, OPTIONS).length < ANSWER_BYTES; more++) {
    const list = Array.from({ length: more }, () => people).flat();
    long = {
      ...record,
      MessageBody: { ...record.MessageBody, ResultList: { ResultOfQualificationConfirmation: list } },
    };
  }
  // As the terminal gets it: out of JSON.
  const answer: QualificationAnswer = JSON.parse(JSON.stringify(long));
  return { request, bytes: encodeMessage(siquc01.answer, answer, OPTIONS), record: answer };
}

async function faceResult(): Promise<Uint8Array> {
  const plan = checkInScenario("pin", 1);
  const { world, go } = readyWorld(plan, await picturesFor(plan));
  let result: Uint8Array | undefined;
  world.folders.onChange(({ folder, change, bytes }) => {
    if (folder === "face" && change === "written") result = bytes;
  });
  go();
  if (result === undefined) throw new Error("the check-in left no face result");
  return result;
}

/** What a stub does: the file as text with holes for five values, filled and encoded; it checks nothing. */
function templateOf(text: string, { MessageHeader }: QualificationAnswer): (record: QualificationAnswer) => Uint8Array {
  const names = [
    "ProcessExecutionTime",
    "QualificationConfirmationDate",
    "MedicalInstitutionCode",
    "ArbitraryFileIdentifier",
    "SegmentOfResult",
  ] as const;
  const parts: string[] = [];
  let rest = text;
  for (const name of names) {
    const value = `<${name}>${MessageHeader[name] ?? ""}`;
    const at = rest.indexOf(value) + value.length;
    parts.push(rest.slice(0, at - (MessageHeader[name] ?? "").length));
    rest = rest.slice(at);
  }
  const [a, b, c, d, e] = parts;
  return ({ MessageHeader: header }) =>
    Buffer.from(
      `${a}${header.ProcessExecutionTime}${b}${header.QualificationConfirmationDate}${c}${header.MedicalInstitutionCode}${d}${header.ArbitraryFileIdentifier}${e}${header.SegmentOfResult}${rest}`,
      "utf8",
    );
}

/** The least a reader does: nested objects of text, checked for nothing. */
function parseToObject(text: string): object {
  const parser = new SaxesParser({ position: false, defaultXMLVersion: "1.0", forceXMLVersion: true });
  const open: Record<string, unknown>[] = [{}];
  let value = "";
  parser.on("opentag", () => {
    open.push({});
    value = "";
  });
  parser.on("text", (more) => {
    value += more;
  });
  parser.on("closetag", ({ name }) => {
    const children = open.pop() ?? {};
    const parent = open.at(-1);
    if (parent !== undefined) parent[name] = Object.keys(children).length === 0 ? value : children;
    value = "";
  });
  parser.write(text).close();
  return open[0] ?? {};
}
