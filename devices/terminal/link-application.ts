import { sameBytes } from "../../simulator/kernel/bytes.ts";
import { stampAt } from "../../simulator/kernel/civil-time.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import type { Strand } from "../../simulator/kernel/pco.ts";
import { type Process, sleep, start } from "../../simulator/kernel/process.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import { decodeMessage, messageKind, parseFileName, resultCode, resultName } from "../../simulator/messages/index.ts";
import type { CentreClient } from "./centre-client.ts";
import type { ExchangeFolders } from "./exchange-folder.ts";
import { encodeResult } from "./result-encoding.ts";
import { writeResult } from "./result-writer.ts";
import type { TerminalSettings } from "./settings.ts";

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

/**
 * 連携アプリケーション: takes request files, asks the centre, writes results (receipt-system-interface.md §1.4, §1.7). A
 * request is taken when two looks in a row find the same bytes, because products write straight into the folder.
 */
export class LinkApplication {
  readonly #parts: LinkApplicationParts;
  readonly #settling = new Set<string>();

  constructor(parts: LinkApplicationParts) {
    this.#parts = parts;
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
    yield* this.#answer(file.name, file.bytes, this.#parts.strandFrom(file.cause));
  }

  /** The file once two looks on the polling grid agree; undefined when it was taken away again. */
  *#settle(name: string): Process<ReturnType<ExchangeFolders["read"]>> {
    const { folders, clock, settings } = this.#parts;
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
    const parsed = parseFileName(name);
    const kind = parsed?.direction === "req" ? messageKind(parsed.code) : undefined;
    if (parsed === undefined || kind === undefined) return yield* this.#refuse(name, bytes, "SIM-E-001", strand);
    const decoded = decodeMessage(kind.request, bytes);
    if (!decoded.ok) return yield* this.#refuse(name, bytes, decoded.code, strand, decoded.problem.ja);
    const { facility, centre, settings, rng } = this.#parts;
    if (decoded.record.MessageHeader.MedicalInstitutionCode !== facility) {
      return yield* this.#refuse(name, bytes, "SIM-E-005", strand);
    }
    const reply = yield* centre.ask(kind.code, decoded.record, strand);
    if ("kind" in reply) return; // no answer: nothing is written, the receipt system runs into its own time-out (§1.4 SEQ-12)
    const answer = reply.status === "ok" ? reply.body : kind.failure(this.#failure(reply.code), decoded.record);
    const header = { ArbitraryFileIdentifier: decoded.record.MessageHeader.ArbitraryFileIdentifier };
    const result = encodeResult(kind.code, answer, header, decoded.encoding, settings, rng);
    yield* this.#write(resultName(parsed), result, strand);
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
    const { clock } = this.#parts;
    const lines = [
      `code=${code}`,
      `message=${detail ?? resultCode(code).ja}`,
      `file=${name}`,
      `time=${stampAt(clock.nowMs)}`,
      "",
    ];
    yield* this.#write(name, bytes, strand);
    yield* this.#write(`${name.replace(/\.[^.]*$/, "")}.err`, Buffer.from(lines.join("\n"), "utf8"), strand);
  }

  *#write(name: string, bytes: Uint8Array, strand: Strand): Process<void> {
    const { folders, settings, clock } = this.#parts;
    // A doubled result comes back under the same name: only face files have a token to tell them apart.
    yield* writeResult({ folder: RESULT_PREFIX, name, bytes }, () => name, folders, settings, clock, strand);
  }
}
