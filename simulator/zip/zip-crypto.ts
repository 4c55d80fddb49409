/** Traditional encryption of PKWARE's APPNOTE §6.1, which old programs still write. Read only: it protects nothing. */
const HEADER_BYTES = 12;

/** Table of CRC-32, one byte at a time: the keys of this cipher are made of single steps. */
const CRC_TABLE: readonly number[] = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ 0xedb88320;
  return value >>> 0;
});

/** Decrypts an entry; undefined when the password is wrong (told with 1 chance in 256 of being mistaken) or it is too short. */
export function openZipCrypto(sealed: Uint8Array, password: string, check: number): Uint8Array | undefined {
  if (sealed.length < HEADER_BYTES) return undefined;
  const keys = new CipherKeys(Buffer.from(password, "utf8"));
  const header = sealed.subarray(0, HEADER_BYTES).map((byte) => keys.open(byte));
  if (header[HEADER_BYTES - 1] !== check) return undefined;
  return sealed.subarray(HEADER_BYTES).map((byte) => keys.open(byte));
}

class CipherKeys {
  #first = 0x12345678;
  #second = 0x23456789;
  #third = 0x34567890;

  constructor(password: Uint8Array) {
    for (const byte of password) this.#update(byte);
  }

  open(byte: number): number {
    const low = (this.#third | 2) & 0xffff;
    const plain = byte ^ ((Math.imul(low, low ^ 1) >>> 8) & 0xff);
    this.#update(plain);
    return plain;
  }

  #update(byte: number): void {
    this.#first = crcStep(this.#first, byte);
    this.#second = (Math.imul((this.#second + (this.#first & 0xff)) | 0, 134_775_813) + 1) >>> 0;
    this.#third = crcStep(this.#third, this.#second >>> 24);
  }
}

function crcStep(crc: number, byte: number): number {
  return ((crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0)) >>> 0;
}
