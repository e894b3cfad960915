/** The Threefry generator: a counter and a key in, random bits out, with no state between draws. */

/** Constant of the Skein hash, mixed into the key so that a key of zeros is not weak. */
const PARITY = 0x1bd11bda;

/** Fills the fifth word of a key with the parity of the four given ones. */
export function expandKey(key: Int32Array): void {
	key[4] = PARITY ^ key[0]! ^ key[1]! ^ key[2]! ^ key[3]!;
}

/**
 * Threefry-4x32 with 20 rounds: turns a counter of four words into four random
 * words, in place, under an expanded key. A bijection of counters for each key.
 *
 * A round adds, rotates and mixes two pairs of words; after every fourth the
 * key is added, one word further each time. Written out, as a loop takes twice
 * as long.
 *
 * Source: Salmon, Moraes, Dror, Shaw (2011), Parallel random numbers: as easy
 * as 1, 2, 3, SC'11; known answers of Random123 1.09.
 */
export function threefry(counter: Int32Array, key: Int32Array): void {
	const k0 = key[0]!;
	const k1 = key[1]!;
	const k2 = key[2]!;
	const k3 = key[3]!;
	const k4 = key[4]!;
	let a = (counter[0]! + k0) | 0;
	let b = (counter[1]! + k1) | 0;
	let c = (counter[2]! + k2) | 0;
	let d = (counter[3]! + k3) | 0;

	// rounds 1 to 4
	a = (a + b) | 0;
	b = ((b << 10) | (b >>> 22)) ^ a;
	c = (c + d) | 0;
	d = ((d << 26) | (d >>> 6)) ^ c;
	a = (a + d) | 0;
	d = ((d << 11) | (d >>> 21)) ^ a;
	c = (c + b) | 0;
	b = ((b << 21) | (b >>> 11)) ^ c;
	a = (a + b) | 0;
	b = ((b << 13) | (b >>> 19)) ^ a;
	c = (c + d) | 0;
	d = ((d << 27) | (d >>> 5)) ^ c;
	a = (a + d) | 0;
	d = ((d << 23) | (d >>> 9)) ^ a;
	c = (c + b) | 0;
	b = ((b << 5) | (b >>> 27)) ^ c;
	a = (a + k1) | 0;
	b = (b + k2) | 0;
	c = (c + k3) | 0;
	d = (d + k4 + 1) | 0;

	// rounds 5 to 8
	a = (a + b) | 0;
	b = ((b << 6) | (b >>> 26)) ^ a;
	c = (c + d) | 0;
	d = ((d << 20) | (d >>> 12)) ^ c;
	a = (a + d) | 0;
	d = ((d << 17) | (d >>> 15)) ^ a;
	c = (c + b) | 0;
	b = ((b << 11) | (b >>> 21)) ^ c;
	a = (a + b) | 0;
	b = ((b << 25) | (b >>> 7)) ^ a;
	c = (c + d) | 0;
	d = ((d << 10) | (d >>> 22)) ^ c;
	a = (a + d) | 0;
	d = ((d << 18) | (d >>> 14)) ^ a;
	c = (c + b) | 0;
	b = ((b << 20) | (b >>> 12)) ^ c;
	a = (a + k2) | 0;
	b = (b + k3) | 0;
	c = (c + k4) | 0;
	d = (d + k0 + 2) | 0;

	// rounds 9 to 12
	a = (a + b) | 0;
	b = ((b << 10) | (b >>> 22)) ^ a;
	c = (c + d) | 0;
	d = ((d << 26) | (d >>> 6)) ^ c;
	a = (a + d) | 0;
	d = ((d << 11) | (d >>> 21)) ^ a;
	c = (c + b) | 0;
	b = ((b << 21) | (b >>> 11)) ^ c;
	a = (a + b) | 0;
	b = ((b << 13) | (b >>> 19)) ^ a;
	c = (c + d) | 0;
	d = ((d << 27) | (d >>> 5)) ^ c;
	a = (a + d) | 0;
	d = ((d << 23) | (d >>> 9)) ^ a;
	c = (c + b) | 0;
	b = ((b << 5) | (b >>> 27)) ^ c;
	a = (a + k3) | 0;
	b = (b + k4) | 0;
	c = (c + k0) | 0;
	d = (d + k1 + 3) | 0;

	// rounds 13 to 16
	a = (a + b) | 0;
	b = ((b << 6) | (b >>> 26)) ^ a;
	c = (c + d) | 0;
	d = ((d << 20) | (d >>> 12)) ^ c;
	a = (a + d) | 0;
	d = ((d << 17) | (d >>> 15)) ^ a;
	c = (c + b) | 0;
	b = ((b << 11) | (b >>> 21)) ^ c;
	a = (a + b) | 0;
	b = ((b << 25) | (b >>> 7)) ^ a;
	c = (c + d) | 0;
	d = ((d << 10) | (d >>> 22)) ^ c;
	a = (a + d) | 0;
	d = ((d << 18) | (d >>> 14)) ^ a;
	c = (c + b) | 0;
	b = ((b << 20) | (b >>> 12)) ^ c;
	a = (a + k4) | 0;
	b = (b + k0) | 0;
	c = (c + k1) | 0;
	d = (d + k2 + 4) | 0;

	// rounds 17 to 20
	a = (a + b) | 0;
	b = ((b << 10) | (b >>> 22)) ^ a;
	c = (c + d) | 0;
	d = ((d << 26) | (d >>> 6)) ^ c;
	a = (a + d) | 0;
	d = ((d << 11) | (d >>> 21)) ^ a;
	c = (c + b) | 0;
	b = ((b << 21) | (b >>> 11)) ^ c;
	a = (a + b) | 0;
	b = ((b << 13) | (b >>> 19)) ^ a;
	c = (c + d) | 0;
	d = ((d << 27) | (d >>> 5)) ^ c;
	a = (a + d) | 0;
	d = ((d << 23) | (d >>> 9)) ^ a;
	c = (c + b) | 0;
	b = ((b << 5) | (b >>> 27)) ^ c;
	a = (a + k0) | 0;
	b = (b + k1) | 0;
	c = (c + k2) | 0;
	d = (d + k3 + 5) | 0;

	counter[0] = a;
	counter[1] = b;
	counter[2] = c;
	counter[3] = d;
}
