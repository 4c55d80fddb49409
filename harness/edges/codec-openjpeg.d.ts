/** The part of the codec that jpeg2000.ts uses; the package comes without types (its README, "openjpegjs API"). */
declare module "@cornerstonejs/codec-openjpeg/wasmjs" {
  interface FrameInfo {
    readonly width: number;
    readonly height: number;
    readonly bitsPerSample: number;
    readonly componentCount: number;
    readonly isSigned: boolean;
  }
  /** An object in the codec's own memory: it lives until `delete`. */
  interface Native {
    delete(): void;
  }
  /** Buffers are views of the codec's memory and die with its next call. */
  interface J2KEncoder extends Native {
    getDecodedBuffer(info: FrameInfo): Uint8Array;
    setDecompositions(count: number): void;
    setQuality(lossless: boolean, layers: number): void;
    setCompressionRatio(layer: number, ratio: number): void;
    encode(): void;
    getEncodedBuffer(): Uint8Array;
  }
  interface J2KDecoder extends Native {
    getEncodedBuffer(lengthBytes: number): Uint8Array;
    decode(): void;
    getDecodedBuffer(): Uint8ClampedArray;
  }
  interface Codec {
    readonly J2KEncoder: new () => J2KEncoder;
    readonly J2KDecoder: new () => J2KDecoder;
  }
  /** Without the two sinks the codec prints to the console. */
  export default function load(sinks: { print(line: string): void; printErr(line: string): void }): Promise<Codec>;
}
