import { decodeResponse, encodeCommand, response } from "../../devices/iso7816/apdu.ts";
import type { Transmit } from "../../devices/iso7816/commands.ts";
import { NO_ANSWER } from "../../devices/iso7816/status-word.ts";
import { probeCard } from "../../devices/probe/probe.ts";
import type { ProbeReport } from "../../devices/probe/report.ts";
import { probeText } from "../../devices/probe/words.ts";
import {
  openPcsc,
  type PcscClient,
  type PcscReader,
  type PcscReaderState,
} from "../../devices/transports/pcsc-client.ts";
import { wallTimers } from "../../devices/transports/timers.ts";
import { isProblem, type TransportProblem } from "../../devices/transports/transport-problem.ts";
import type { Bilingual, Language } from "../../simulator/kernel/bilingual.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { type Process, start } from "../../simulator/kernel/process.ts";
import { ConfigurationError } from "../configuration-error.ts";
import { inTime } from "../edges/driver-deadline.ts";
import { withoutProblem } from "../edges/without-problem.ts";
import { exitCodes } from "../verdict.ts";

/** What `madoguchi probe` takes. */
export interface ProbeOptions {
  readonly reader?: string;
  readonly list?: true;
  readonly json?: true;
  readonly lang: Language;
}

/** Runs `madoguchi probe` and returns its exit code. */
export async function runProbe(options: ProbeOptions): Promise<number> {
  const client = withoutProblem(await openPcsc(wallTimers));
  try {
    const readers = client.readers();
    if (readers.length === 0) {
      throw new ConfigurationError(
        "no reader is connected to the PC/SC service",
        "plug a reader in and install its driver",
      );
    }
    if (options.list === true) {
      process.stdout.write(options.json === true ? json({ format: 1, readers }) : listing(readers, options.lang));
      return exitCodes.pass;
    }
    const reader = withoutProblem(await inTime(connect(client, options.reader ?? onlyOne(readers))));
    const report = await probe(reader);
    await inTime(reader.close());
    process.stdout.write(
      options.json === true ? json({ reader: reader.name, ...report }) : probeText(report, reader.name, options.lang),
    );
    return exitCodes.pass;
  } finally {
    client.close();
  }
}

/** Alone with the card: no SELECT of ours may take a right from somebody else's session. */
async function connect(client: PcscClient, name: string): Promise<PcscReader | TransportProblem> {
  const reader = await client.connect(name, "exclusive");
  if (isProblem(reader) && (reader.code === "unknown-reader" || reader.code === "ambiguous-reader")) {
    throw new MisuseError("--reader", `${reader.message}; ${reader.fix}`);
  }
  return reader;
}

async function probe(reader: PcscReader): Promise<ProbeReport> {
  let last: TransportProblem | undefined;
  const transmit: Transmit = function* (apdu) {
    let answer = response(NO_ANSWER);
    const sent = reader.transmit(encodeCommand(apdu)).then((result) => {
      if (isProblem(result)) last = result;
      else answer = decodeResponse(result);
    });
    yield (resume) => {
      sent.then(resume);
      return () => {};
    };
    return answer;
  };
  const report = await settled(probeCard(reader.atr, transmit));
  // A card that said nothing at all is no card we could report on.
  if (last !== undefined && report.sent.length === 1) throw new ConfigurationError(last.message, last.fix);
  return report;
}

const settled = <T>(work: Process<T>): Promise<T> =>
  inTime(
    new Promise((resolve, reject) => {
      start(work, (outcome) => ("error" in outcome ? reject(outcome.error) : resolve(outcome.value)));
    }),
  );

/** The reader with a card on it, if there is exactly one. */
function onlyOne(readers: readonly PcscReaderState[]): string {
  const [first, second] = readers.filter(({ card }) => card !== "none");
  const names = readers.map(({ name }) => `"${name}"`).join(", ");
  if (first === undefined) {
    throw new ConfigurationError(`no card lies on any reader (${names})`, "put a card on one of them");
  }
  if (second !== undefined) {
    throw new MisuseError("--reader", `cards lie on more than one reader; name one of ${names}`);
  }
  return first.name;
}

const CARD: Readonly<Record<PcscReaderState["card"], Bilingual>> = {
  none: { ja: "カードなし", en: "no card" },
  present: { ja: "カードあり", en: "a card" },
  mute: { ja: "カードあり（ATRなし）", en: "a card that gives no ATR" },
};
const USE: Readonly<Record<PcscReaderState["use"], Bilingual>> = {
  free: { ja: "", en: "" },
  shared: { ja: "、使用中", en: ", in use" },
  exclusive: { ja: "、占有中", en: ", in use by one program alone" },
};

const listing = (readers: readonly PcscReaderState[], lang: Language): string =>
  readers.map(({ name, card, use }) => `${name}: ${CARD[card][lang]}${USE[use][lang]}\n`).join("");

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
