import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto';

// The keys of NATS: Ed25519 in base32, as its own tool `nk` writes them. Made here without a package, because
// the first start makes its secrets before it has installed any.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const SEED = 18 << 3;
const USER = 20 << 3;
/** What stands before the 32 bytes of a private Ed25519 key in PKCS #8. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const KEY_BYTES = 32;

/** Makes the seed of a new user. */
export const makeSeed = () =>
  encode(Buffer.from([SEED | (USER >> 5), (USER & 31) << 3, ...randomBytes(KEY_BYTES)]));

/**
 * The public key of a user.
 * @param {string} seed
 * @throws when it is no seed of a user
 */
export const publicKeyOf = (seed) => {
  const bytes = decode(seed);
  const raw = bytes.subarray(2, -2);
  const isSeed = bytes[0] === (SEED | (USER >> 5)) && bytes[1] === (USER & 31) << 3;
  if (!isSeed || raw.length !== KEY_BYTES || encode(bytes.subarray(0, -2)) !== seed) {
    throw new Error('this is no seed of a NATS user');
  }
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, raw]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return encode(Buffer.concat([Buffer.of(USER), spki.subarray(-KEY_BYTES)]));
};

/**
 * Base32 of the bytes and their checksum.
 * @param {Uint8Array} bytes
 */
const encode = (bytes) => {
  const checksum = crc16(bytes);
  let bits = '';
  for (const byte of [...bytes, checksum & 255, checksum >> 8]) bits += byte.toString(2).padStart(8, '0');
  const quintets = bits.match(/.{1,5}/g) ?? [];
  return quintets.map((quintet) => ALPHABET[parseInt(quintet.padEnd(5, '0'), 2)]).join('');
};

/** @param {string} text */
const decode = (text) => {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/[01]{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
};

/**
 * CRC-16/XMODEM.
 * @param {Uint8Array} bytes
 */
const crc16 = (bytes) => {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc;
};
