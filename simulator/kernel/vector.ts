/** One proof of a table row: these bytes mean this value, both ways. Vectors sit in the row they prove. */
export interface Vector<T> {
  readonly title: string;
  /** Hexadecimal, blanks allowed. */
  readonly bytes: string;
  readonly value: T;
  /** True where several encodings mean this value: only decoding is proved. */
  readonly decodeOnly?: boolean;
}

/** Two ways between bytes and a value. `decode` throws a plain Error that names the field when the bytes are wrong. */
export interface Codec<T> {
  decode(bytes: Uint8Array): T;
  encode(value: T): Uint8Array;
}
