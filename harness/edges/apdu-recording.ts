import { createWriteStream, openSync, type WriteStream } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "../../devices/transports/make-folder.ts";
import type { Language } from "../../simulator/kernel/bilingual.ts";
import { ConfigurationError } from "../configuration-error.ts";
import { productVersion } from "../product.ts";
import { ApduCapture } from "../traces/apdu-capture.ts";
import { ApduLines } from "../traces/apdu-lines.ts";
import type { CardEvent } from "../traces/card-events.ts";
import { cardNames } from "../traces/card-names.ts";

/** Where live APDUs are written down; each is optional. */
export interface RecordingFiles {
  readonly ndjson?: string;
  readonly pcapng?: string;
}

/** Writes what readers and cards say into files while they say it: a process that is killed leaves what it had. */
export class ApduRecording {
  readonly #streams: readonly {
    readonly stream: WriteStream;
    readonly write: (event: CardEvent) => string | Uint8Array;
  }[];

  /**
   * Opens the files at once; a {@link ConfigurationError} names one that cannot be written. `fail` gets one for a file
   * that cannot be written any more.
   */
  constructor({ ndjson, pcapng }: RecordingFiles, language: Language, fail: (error: unknown) => void) {
    const lines = new ApduLines(cardNames);
    const capture = new ApduCapture(cardNames, {
      application: `madoguchi ${productVersion}`,
      comment: "SIMULATION: an emulated card, nobody's",
      language,
    });
    this.#streams = [
      ...(ndjson === undefined ? [] : [{ stream: opened(ndjson), write: (event: CardEvent) => lines.add(event) }]),
      ...(pcapng === undefined
        ? []
        : [{ stream: opened(pcapng, capture.open()), write: (event: CardEvent) => capture.add(event) }]),
    ];
    for (const { stream } of this.#streams)
      stream.on("error", (error) => fail(unwritable(stream.path.toString(), error)));
  }

  add(event: CardEvent): void {
    for (const { stream, write } of this.#streams) stream.write(write(event));
  }

  /** Ends when everything is on the disk. */
  async close(): Promise<void> {
    await Promise.all(this.#streams.map(({ stream }) => new Promise<void>((done) => stream.end(done))));
  }
}

function opened(path: string, beginning?: Uint8Array): WriteStream {
  try {
    makeFolder(dirname(path));
    const stream = createWriteStream(path, { fd: openSync(path, "w") });
    if (beginning !== undefined) stream.write(beginning);
    return stream;
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): ConfigurationError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ConfigurationError(`cannot write ${path}: ${reason}`, "choose another place with --ndjson or --pcapng");
}
