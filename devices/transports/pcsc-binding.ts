/** The few names of pcsc-mini 0.1.3 that are used, so that a test can stand in for the machine. */

/** A connected card of pcsc-mini. */
export interface MiniCard {
  /** The response is a view of the second argument; without one, a response of more than 258 bytes is an error (seen). */
  transmit(input: Uint8Array, response: ArrayBuffer): Promise<Uint8Array>;
  state(): Promise<{ readonly atr: Uint8Array }>;
  reconnect(mode: number, action: number): Promise<unknown>;
  disconnect(action: number): Promise<void>;
}

/** A reader of pcsc-mini; `raw` are the event flags of SCardGetStatusChange. */
export interface MiniReader {
  name(): string;
  connect(mode: number): Promise<MiniCard>;
  on(event: "change", listener: (status: { readonly raw: number }) => void): unknown;
  on(event: "disconnect", listener: () => void): unknown;
}

/** A client of pcsc-mini: after `start` it names each reader, then tells every change. */
export interface MiniClient {
  on(event: "reader", listener: (reader: MiniReader) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  start(): unknown;
  stop(): void;
}

/** The module. */
export interface PcscBinding {
  readonly Client: new () => MiniClient;
}
