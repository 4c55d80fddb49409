import type { Language } from "../../simulator/kernel/bilingual.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import type { RunHeader } from "../../simulator/kernel/trace.ts";
import { writeWhole } from "../edges/output-folder.ts";
import { readTraceFile } from "../trace-reading.ts";
import { apduCapture } from "../traces/apdu-capture.ts";
import { apduLines } from "../traces/apdu-lines.ts";
import { cardEventsOf } from "../traces/card-events.ts";
import { cardNames } from "../traces/card-names.ts";
import { exitCodes } from "../verdict.ts";
import { exportSchemas } from "./export-schemas.ts";
import { readTraceText } from "./text-file.ts";

/** Options of `madoguchi export` as given. */
export interface ExportOptions {
  readonly pcapng?: string;
  readonly ndjson?: string;
  readonly schemas?: string;
  readonly lang: Language;
}

const ELSEWHERE = "choose another place with --pcapng <file> or --ndjson <file>";

/** Runs `madoguchi export` and returns its exit code. */
export function runExport(path: string | undefined, { pcapng, ndjson, schemas, lang }: ExportOptions): number {
  if (schemas !== undefined) {
    if (path !== undefined) throw new MisuseError("export", "--schemas takes no trace: the schemas are the product's");
    return exportSchemas(schemas, lang);
  }
  if (pcapng === undefined && ndjson === undefined)
    throw new MisuseError("export", "say what to write", ["--pcapng <file>", "--ndjson <file>", "--schemas <folder>"]);
  if (path === undefined) throw new MisuseError("export", "name the trace to take it from");
  const trace = readTraceFile(readTraceText(path));
  const events = cardEventsOf(trace);
  const exchanges = events.filter(({ pco }) => pco === "card.apdu").length;
  if (exchanges === 0) throw new MisuseError("trace", "holds no exchange with a card, so there is nothing to export");
  const { product: application } = trace.header;
  const written = { ja: `${exchanges}件のやり取り`, en: exchanges === 1 ? "1 exchange" : `${exchanges} exchanges` };
  const tell = (file: string): boolean => process.stdout.write(`${file}  ${written[lang]}\n`);
  if (pcapng !== undefined) {
    const options = { application, comment: commentOf(trace.header), language: lang };
    writeWhole(pcapng, apduCapture(events, cardNames, options), ELSEWHERE);
    tell(pcapng);
  }
  if (ndjson !== undefined) {
    writeWhole(ndjson, apduLines(events, cardNames), ELSEWHERE);
    tell(ndjson);
  }
  return exitCodes.pass;
}

/** Whoever opens the file must see that no person's card is in it, and which run it was. */
const commentOf = ({ scenario, subject, mode, seed, reader }: RunHeader): string =>
  `SIMULATION: scenario ${scenario}, seed ${seed}, ${mode}, subject ${subject}, reader ${reader}`;
