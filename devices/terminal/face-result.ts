import { type CivilStamp, stampAt } from "../../simulator/kernel/civil-time.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import type { Strand } from "../../simulator/kernel/pco.ts";
import { type Process, start } from "../../simulator/kernel/process.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import { faceResultName } from "../../simulator/messages/file-name.ts";
import type { ExchangeFolders } from "./exchange-folder.ts";
import { encodeResult } from "./result-encoding.ts";
import { writeResult } from "./result-writer.ts";
import type { TerminalSettings } from "./settings.ts";
import { type SubsidyReply, subsidyName, subsidyRecord } from "./subsidy-file.ts";
import { type NamedBytes, packResult } from "./zip-envelope.ts";

/** Bytes of a face file's identifier: 11 bytes give the 16 characters ending in `=` seen in real files (receipt-system-interface.md §1.4). */
const IDENTIFIER_BYTES = 11;
const TOKEN_BYTES = 10;

/** 顔認証DLL's part: writes the result of a check-in into `face`, unasked (receipt-system-interface.md SEQ-01). */
export class FaceResultWriter {
  readonly #folders: ExchangeFolders;
  readonly #settings: TerminalSettings;
  readonly #facility: string;
  readonly #clock: Clock;
  readonly #rng: Rng;
  readonly #onDefect: (error: unknown) => void;

  constructor(
    folders: ExchangeFolders,
    settings: TerminalSettings,
    facility: string,
    clock: Clock,
    rng: Rng,
    onDefect: (error: unknown) => void,
  ) {
    this.#folders = folders;
    this.#settings = settings;
    this.#facility = facility;
    this.#clock = clock;
    this.#rng = rng;
    this.#onDefect = onDefect;
  }

  /**
   * Writes the centre's answer as a face file and returns its name, and what PMH said right after it. Files take their own
   * time: the patient at the reader does not wait for a folder.
   */
  write(answer: object, strand: Strand, subsidies?: SubsidyReply): string {
    const stamp = stampAt(this.#clock.nowMs);
    const identifier = Buffer.from(this.#rng.bytes(IDENTIFIER_BYTES))
      .toString("base64")
      .replaceAll("+", "-")
      .replaceAll("/", "_");
    const header = { ArbitraryFileIdentifier: identifier };
    const bytes = encodeResult("OQSsiquc01", answer, header, undefined, this.#settings, this.#rng);
    const packed = packResult("OQSsiquc01", { name: this.#name(stamp), bytes }, this.#settings.zip, this.#rng);
    const extension = packed.name.slice(packed.name.lastIndexOf("."));
    const writing = writeResult(
      { folder: "face", ...packed },
      () => this.#name(stamp).replace(/\.xml$/, extension),
      this.#folders,
      this.#settings,
      this.#clock,
      strand.fork(),
    );
    const beside = this.#beside(packed.name, subsidyRecord(subsidies, { at: stamp, facility: this.#facility }), header);
    const both = beside === undefined ? writing : inOrder([writing, this.#writing(beside, strand.fork())]);
    start(both, (outcome) => {
      if ("error" in outcome) this.#onDefect(outcome.error);
    });
    return packed.name;
  }

  #beside(
    qualification: string,
    record: object | undefined,
    header: { readonly ArbitraryFileIdentifier: string },
  ): NamedBytes | undefined {
    if (record === undefined) return undefined;
    const bytes = encodeResult("PMHsimsm01", record, header, undefined, this.#settings, this.#rng);
    return packResult("PMHsimsm01", { name: subsidyName(qualification), bytes }, this.#settings.zip, this.#rng);
  }

  #writing(file: NamedBytes, strand: Strand): Process<void> {
    const again = (): string => file.name;
    return writeResult({ folder: "face", ...file }, again, this.#folders, this.#settings, this.#clock, strand);
  }

  #name(stamp: CivilStamp): string {
    return faceResultName(this.#facility, Buffer.from(this.#rng.bytes(TOKEN_BYTES)).toString("hex"), stamp);
  }
}

function* inOrder(processes: readonly Process<void>[]): Process<void> {
  for (const process of processes) yield* process;
}
