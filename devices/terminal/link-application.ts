import { sameBytes } from "../../simulator/kernel/bytes.ts";
import { stampAt } from "../../simulator/kernel/civil-time.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import type { Strand } from "../../simulator/kernel/pco.ts";
import { type Process, sleep, start } from "../../simulator/kernel/process.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import { acceptRequest } from "../../simulator/messages/acceptance.ts";
import { type AnyMessageKind, resultName } from "../../simulator/messages/index.ts";
import { writtenCode, writtenText } from "../../simulator/messages/official-codes.ts";
import { type KindLookup, kindsOf } from "../../simulator/messages/profiled-kinds.ts";
import { resultCode } from "../../simulator/messages/result-codes.ts";
import { type ReadRefusal, SINGLE_MESSAGE_LIMITS } from "../../simulator/messages/xml-reader.ts";
import type { CentreClient } from "./centre-client.ts";
import type { ExchangeFolders } from "./exchange-folder.ts";
import { errName, readRequestName, same, shareBase } from "./request-name.ts";
import { resultDelayMs } from "./result-delay.ts";
import { encodeResult } from "./result-encoding.ts";
import { writeResult } from "./result-writer.ts";
import type { TerminalSettings } from "./settings.ts";
import { type NamedBytes, openRequest, packResult } from "./zip-envelope.ts";

/** What the linkage application works with. */
export interface LinkApplicationParts {
  readonly folders: ExchangeFolders;
  readonly centre: CentreClient;
  readonly settings: TerminalSettings;
  readonly facility: string;
  readonly clock: Clock;
  readonly rng: Rng;
  /** A strand whose cause is a crossing. */
  readonly strandFrom: (cause: number | undefined) => Strand;
  /** Told when a request's process fails for a reason of our own. */
  readonly onDefect: (error: unknown) => void;
}

/** A request that still changes after this many looks is never going to be complete. */
const MAX_LOOKS = 120;
const RESULT_PREFIX = "res";
const TWIN: ReadRefusal = {
  ok: false,
  code: "SIM-E-001",
  problem: {
    ja: "拡張子だけが異なる要求を処理中です。ファイル名の任意部分を変えてください。",
    en: "a request that differs in its extension alone is being answered; give this one another free part",
  },
};

/** The PDF in an answer of the centre, which carries it as base64; undefined for every other answer. */
function pdfIn(answer: object): Uint8Array | undefined {
  return "Pdf" in answer && typeof answer.Pdf === "string"
    ? new Uint8Array(Buffer.from(answer.Pdf, "base64"))
    : undefined;
}

/**
 * 連携アプリケーション: takes request files, asks the centre, writes results (receipt-system-interface.md §1.4, §1.7). A
 * request is taken when two looks in a row find the same bytes, because products write straight into the folder.
 */
export class LinkApplication {
  readonly #parts: LinkApplicationParts;
  readonly #settling = new Set<string>();
  readonly #kinds: KindLookup;
  readonly #chance: Rng;
  readonly #underWay: string[] = [];

  constructor(parts: LinkApplicationParts) {
    this.#parts = parts;
    this.#kinds = kindsOf(parts.settings);
    this.#chance = parts.rng.fork("delay");
    parts.folders.onChange(({ folder, name, change }) => {
      if (folder === "req" && change === "written" && !this.#settling.has(name)) this.#begin(name);
    });
  }

  #begin(name: string): void {
    this.#settling.add(name);
    start(this.#handle(name), (outcome) => {
      if ("error" in outcome) this.#parts.onDefect(outcome.error);
    });
  }

  *#handle(name: string): Process<void> {
    const { folders } = this.#parts;
    const file = yield* this.#settle(name);
    this.#settling.delete(name); // the same name may come again while this request is answered
    if (file === undefined) return;
    folders.remove("req", name, file.cause);
    this.#underWay.push(file.name);
    try {
      yield* this.#answer(file.name, file.bytes, this.#parts.strandFrom(file.cause));
    } finally {
      this.#underWay.splice(this.#underWay.indexOf(file.name), 1);
    }
  }

  /** The file once two looks on the polling grid agree; undefined when it was taken away again. */
  *#settle(name: string): Process<ReturnType<ExchangeFolders["read"]>> {
    const { folders, clock, settings } = this.#parts;
    if (settings.pollMs === 0) {
      yield* sleep(clock, 0); // a writer that renames leaves whole files
      return folders.read("req", name);
    }
    let before: Uint8Array | undefined;
    for (let look = 0; look < MAX_LOOKS; look++) {
      yield* sleep(clock, settings.pollMs - (clock.nowMs % settings.pollMs));
      const file = folders.read("req", name);
      if (file === undefined) return undefined;
      if (before !== undefined && file.bytes.length > 0 && sameBytes(before, file.bytes)) return file;
      before = file.bytes;
    }
    return folders.read("req", name);
  }

  *#answer(name: string, bytes: Uint8Array, strand: Strand): Process<void> {
    const { facility, centre, settings, rng, clock } = this.#parts;
    const takenAtMs = clock.nowMs;
    const named = readRequestName(name, this.#kinds, settings.name.free.most);
    if (!named.ok) return yield* this.#refuse(name, bytes, named.code, strand, named.problem.ja);
    const { parsed, kind } = named;
    const decoded = this.#hasTwin(name) ? TWIN : this.#read(kind, name, bytes);
    if (!decoded.ok) return yield* this.#refuse(name, bytes, decoded.code, strand, decoded.problem.ja);
    if (decoded.record.MessageHeader.MedicalInstitutionCode !== facility) {
      return yield* this.#refuse(name, bytes, "SIM-E-005", strand);
    }
    const reply = yield* centre.ask(kind.code, decoded.record, strand);
    if ("kind" in reply) return; // no answer: nothing is written, the receipt system runs into its own time-out (§1.4 SEQ-12)
    const answer = reply.status === "ok" ? reply.body : kind.failure(this.#failure(reply.code), decoded.record);
    const delayMs = resultDelayMs(settings, takenAtMs, clock.nowMs, this.#underWay.length - 1, this.#chance);
    if (delayMs === undefined) return; // §7 "never"
    if (delayMs > 0) yield* sleep(clock, delayMs);
    const pdf = pdfIn(answer);
    if (pdf !== undefined) return yield* this.#give(kind, { name: resultName(parsed, "pdf"), bytes: pdf }, strand); // §2.11: categories 1 and 3
    const header = { ArbitraryFileIdentifier: decoded.record.MessageHeader.ArbitraryFileIdentifier };
    const result = encodeResult(kind.code, answer, header, decoded.encoding, settings, rng);
    yield* this.#give(kind, { name: resultName(parsed, "xml"), bytes: result }, strand);
  }

  /** Another request under way whose result would have the same name (§6.3 no. 1: one result a request). */
  #hasTwin(name: string): boolean {
    return this.#underWay.some((other) => shareBase(name, other) && !same(name, other));
  }

  #give({ code }: AnyMessageKind, file: NamedBytes, strand: Strand): Process<void> {
    return this.#write(packResult(code, file, this.#parts.settings.zip, this.#parts.rng), strand);
  }

  #read(kind: AnyMessageKind, name: string, bytes: Uint8Array): ReturnType<typeof acceptRequest> {
    const { zip, err } = this.#parts.settings;
    const { maxBytes } = kind.limits ?? SINGLE_MESSAGE_LIMITS;
    const xml = openRequest({ name, bytes }, zip, maxBytes);
    return xml instanceof Uint8Array ? acceptRequest(kind, xml, err.accept) : xml;
  }

  #failure(code: string): {
    readonly code: string;
    readonly text: string;
    readonly at: string;
    readonly facility: string;
  } {
    return { code, text: resultCode(code).ja, at: stampAt(this.#parts.clock.nowMs), facility: this.#parts.facility };
  }

  /** §1.7: the request under its own name and a file with the extension `.err`; the content of the latter is ours (§8.8). */
  *#refuse(name: string, bytes: Uint8Array, code: string, strand: Strand, detail?: string): Process<void> {
    const { clock, settings } = this.#parts;
    const lines = [
      `code=${writtenCode(code, settings.codes)}`,
      `message=${detail ?? writtenText(code, settings.codes)}`,
      `file=${name}`,
      `time=${stampAt(clock.nowMs)}`,
      "",
    ];
    const text = settings.err.content === "lines" ? lines.join("\n") : "";
    // Where the base name is another file's, the whole name tells whose text it is (ours).
    const err = same(name, errName(name)) || this.#hasTwin(name) ? `${name}.err` : errName(name);
    yield* this.#write({ name, bytes }, strand);
    yield* this.#write({ name: err, bytes: Buffer.from(text, "utf8") }, strand);
  }

  *#write(file: NamedBytes, strand: Strand): Process<void> {
    const { folders, settings, clock } = this.#parts;
    // A doubled result comes back under the same name: only face files have a token to tell them apart.
    yield* writeResult({ folder: RESULT_PREFIX, ...file }, () => file.name, folders, settings, clock, strand);
  }
}
