import Builder from "fast-xml-builder";
import { SaxesParser } from "saxes";
import { ROOT } from "../../simulator/messages/element-table.ts";
import { decodeMessage, encodeMessage, siquc01 } from "../../simulator/messages/index.ts";
import { checkInScenario, picturesFor, readyWorld } from "./check-in-world.ts";
import { type Figure, figure } from "./figure.ts";
import { perSecond, ratios, takeTurns, timeMs } from "./statistics.ts";

const MESSAGES = 1_000;
const ROUNDS = 9;

/** The face result of a check-in, read and written: bytes to checked record and back, beside the two libraries alone. */
export async function measureMessages(): Promise<readonly Figure[]> {
  const bytes = await faceResult();
  const decoded = decodeMessage(siquc01.answer, bytes);
  if (!decoded.ok) throw new Error(decoded.problem.en);
  const { record } = decoded;
  const text = new TextDecoder().decode(bytes);
  const builder = new Builder({ format: true, indentBy: "  ", ignoreAttributes: true, suppressEmptyNode: true });
  const repeat = (work: () => void) => () =>
    timeMs(() => {
      for (let number = 0; number < MESSAGES; number++) work();
    });
  const [read = [], saxes = [], written = [], built = []] = takeTurns(ROUNDS, [
    repeat(() => decodeMessage(siquc01.answer, bytes)),
    repeat(() => readEvents(text)),
    repeat(() => encodeMessage(siquc01.answer, record, { encoding: "UTF-8", order: "paper" })),
    repeat(() => builder.build({ [ROOT]: record })),
  ]);
  return [
    figure(`read OQSsiquc01 result (${bytes.length} bytes), of saxes alone`, "ratio", ratios(saxes, read)),
    figure("read OQSsiquc01 result", "per-second", perSecond(MESSAGES, read)),
    figure("  saxes, events only", "per-second", perSecond(MESSAGES, saxes)),
    figure("write OQSsiquc01 result, of fast-xml-builder alone", "ratio", ratios(built, written)),
    figure("write OQSsiquc01 result", "per-second", perSecond(MESSAGES, written)),
    figure("  fast-xml-builder, text only", "per-second", perSecond(MESSAGES, built)),
  ];
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

/** The least a reader does with the events: it listens to them. */
function readEvents(text: string): void {
  const parser = new SaxesParser({ position: false, defaultXMLVersion: "1.0", forceXMLVersion: true });
  for (const event of ["opentag", "text", "closetag"] as const) parser.on(event, () => undefined);
  parser.write(text).close();
}
