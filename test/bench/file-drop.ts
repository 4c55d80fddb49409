import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, unlinkSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { wallClock } from "../../devices/transports/wall-clock.ts";
import { LiveLink } from "../../harness/edges/live-link.ts";
import { preparePictures } from "../../harness/edges/prepare-pictures.ts";
import { Run } from "../../harness/run.ts";
import { scenario } from "../../harness/scenario.ts";
import { c07 } from "../../harness/scenarios/certification/c07-inquiry-by-number.ts";
import { encodeMessage, siquc01 } from "../../simulator/messages/index.ts";
import { type Figure, figure } from "./figure.ts";
import { ratios, takeTurnsInTime } from "./statistics.ts";

/** About 100 a second, as performance.md §7 measures; its 99th percentile has ten behind it. */
const STEADY = { files: 1_000, everyMs: 10 } as const;
/** The product and the bare loop in turns, after a first round that warms both up. */
const ROUNDS = 3;
/** As fast as they can be written: none may be missed. */
const FLOOD = { files: 10_000, everyMs: 0 } as const;
/** Files that lie in `req` and in `res` beside those that come. */
const LYING_FILES = 10_000;
/** Nothing comes any more after so long, ms. */
const QUIET_MS = 3_000;

/** Answers what is dropped into a folder; tells each name when its answer is there, and returns how to stop. */
type Answerer = (folder: string, answered: (name: string) => void) => Promise<() => Promise<void>>;

interface Latencies {
  readonly p50Us: number;
  readonly p99Us: number;
  readonly missed: number;
}

/** From a file in `req` to its answer in `res`, beside a bare `fs.watch` loop that answers with the same bytes every time. */
export async function measureFileDrop(): Promise<readonly Figure[]> {
  const request = Buffer.from(requestText());
  const of = (answerer: Answerer, lying: number) => () => drops(answerer, request, STEADY, lying);
  const [product = [], bare = [], crowded = []] = await takeTurnsInTime(ROUNDS, [
    of(answeredByProduct, 0),
    of(answeredBare, 0),
    of(answeredByProduct, LYING_FILES),
  ]);
  const flood = await drops(answeredByProduct, request, FLOOD, 0);
  const p50 = product.map(({ p50Us }) => p50Us);
  const p99 = product.map(({ p99Us }) => p99Us);
  const bareP50 = bare.map(({ p50Us }) => p50Us);
  const bareP99 = bare.map(({ p99Us }) => p99Us);
  const crowdedP50 = crowded.map(({ p50Us }) => p50Us);
  const crowdedP99 = crowded.map(({ p99Us }) => p99Us);
  return [
    figure("file in req to answer in res, p50, of a bare fs.watch loop", "ratio", ratios(p50, bareP50), "<= 2x"),
    figure("  p99, of the bare loop", "ratio", ratios(p99, bareP99), "<= 2x"),
    figure("  p50", "us", p50, "<= 1,000 us"),
    figure("  p99", "us", p99, "<= 10,000 us"),
    figure("  bare fs.watch loop, p50", "us", bareP50),
    figure("  bare fs.watch loop, p99", "us", bareP99),
    figure(`  missed of ${FLOOD.files} written as fast as they can be`, "count", [flood.missed], "0"),
    figure(
      `  with ${LYING_FILES} files lying in both folders, p50, of without`,
      "ratio",
      ratios(crowdedP50, p50),
      "1x",
    ),
    figure("  with them, p99, of without", "ratio", ratios(crowdedP99, p99)),
    figure("  with them, missed", "count", [Math.max(...crowded.map(({ missed }) => missed))], "0"),
  ];
}

async function drops(
  answerer: Answerer,
  request: Uint8Array,
  { files, everyMs }: { readonly files: number; readonly everyMs: number },
  lying: number,
): Promise<Latencies> {
  const folder = mkdtempSync(join(tmpdir(), "madoguchi-drop-"));
  try {
    for (const name of ["req", "res", "face", "desk/todo", "desk/acts"])
      mkdirSync(join(folder, name), { recursive: true });
    for (let number = 0; number < lying; number++) {
      writeFileSync(join(folder, "req", `waiting${number}.tmp`), "");
      writeFileSync(join(folder, "res", `OQSsiquc01res_old${number}.xml`), request);
    }
    const doneNs = new Map<string, bigint>();
    let latestMs = performance.now();
    const stop = await answerer(folder, (name) => {
      doneNs.set(name, process.hrtime.bigint());
      latestMs = performance.now();
    });
    const droppedNs = await write(folder, files, everyMs, request);
    latestMs = performance.now();
    while (doneNs.size < files && performance.now() - latestMs < QUIET_MS)
      await new Promise((go) => setTimeout(go, 20));
    await stop();
    const us = droppedNs.flatMap(([name, atNs]) => {
      const at = doneNs.get(name);
      return at === undefined ? [] : [Number(at - BigInt(atNs)) / 1_000];
    });
    const sorted = us.sort((a, b) => a - b);
    const at = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
    return { p50Us: at(0.5), p99Us: at(0.99), missed: files - sorted.length };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The writer is a process of its own, as a receipt system is; the monotonic clock is the machine's. */
async function write(
  folder: string,
  files: number,
  everyMs: number,
  request: Uint8Array,
): Promise<readonly [string, string][]> {
  const script = fileURLToPath(new URL("./file-drop-writer.ts", import.meta.url));
  const options = ["--folder", join(folder, "req"), "--files", String(files), "--everyMs", String(everyMs)];
  const writer = fork(script, options);
  writer.send(Buffer.from(request).toString("utf8"));
  const [times] = (await once(writer, "message")) as [readonly [string, string][]];
  return times;
}

/** The live link, the linkage application, line and centre; virtual time costs none of the wall's. */
const answeredByProduct: Answerer = async (folder, answered) => {
  const plan = scenario({ ...c07, terminal: { pollMs: 0, writeStyle: "whole", spreadMs: 0 } });
  const { world } = new Run({ scenario: plan, seed: 1, pictures: await preparePictures(plan, 1) }, "none", "simulate");
  const link = new LiveLink(folder, () => undefined, wallClock);
  const stopMirror = link.mirror(world.folders);
  const taken: string[] = [];
  const stopListening = world.folders.onChange(({ folder: where, name, change }) => {
    if (where !== "res" || change !== "written") return;
    answered(name.replace("res_", "req_"));
    taken.push(name);
  });
  let going = true;
  const serve = async (): Promise<void> => {
    while (going) {
      await link.notice(50);
      await turn();
      for (const input of link.inputs("bench")) {
        if (input.input === "request") world.folders.write({ folder: "req", name: input.name, bytes: input.bytes });
      }
      world.clock.runUntilIdle();
      for (const name of taken.splice(0)) world.folders.remove("res", name);
    }
  };
  const serving = serve();
  return async () => {
    going = false;
    await serving;
    stopMirror();
    stopListening();
    link.close();
  };
};

/** The least that can be called an answer: read, write beside, rename, take the request away. */
const answeredBare: Answerer = async (folder, answered) => {
  const answer = Buffer.alloc(1_500, 0x41);
  const seen = new Set<string>();
  const watcher = watch(join(folder, "req"), (_event, name) => {
    if (name === null || !name.endsWith(".xml") || seen.has(name)) return;
    seen.add(name);
    readFileSync(join(folder, "req", name));
    unlinkSync(join(folder, "req", name));
    const result = join(folder, "res", name.replace("req_", "res_"));
    writeFileSync(`${result}.tmp`, answer);
    renameSync(`${result}.tmp`, result);
    answered(name);
  });
  return async () => watcher.close();
};

/** A request about a person nobody knows, as the receipt system of C07 would ask. */
function requestText(): string {
  const record = {
    MessageHeader: { QualificationConfirmationDate: "20260210", MedicalInstitutionCode: "9910000018" },
    MessageBody: {
      QualificationConfirmSearchInfo: {
        InsurerNumber: "06990014",
        InsuredCardSymbol: "見本１",
        InsuredIdentificationNumber: "1",
        Birthdate: "19800101",
        LimitApplicationCertificateRelatedConsFlg: "0",
      },
    },
  };
  return Buffer.from(encodeMessage(siquc01.request, record, { encoding: "UTF-8", order: "paper" })).toString("utf8");
}
