/** Fractional parts of the cube roots of the first 64 primes: FIPS 180-4, 4.2.2. */
const ROUND_CONSTANTS = Uint32Array.of(
	0x428a2f98,
	0x71374491,
	0xb5c0fbcf,
	0xe9b5dba5,
	0x3956c25b,
	0x59f111f1,
	0x923f82a4,
	0xab1c5ed5,
	0xd807aa98,
	0x12835b01,
	0x243185be,
	0x550c7dc3,
	0x72be5d74,
	0x80deb1fe,
	0x9bdc06a7,
	0xc19bf174,
	0xe49b69c1,
	0xefbe4786,
	0x0fc19dc6,
	0x240ca1cc,
	0x2de92c6f,
	0x4a7484aa,
	0x5cb0a9dc,
	0x76f988da,
	0x983e5152,
	0xa831c66d,
	0xb00327c8,
	0xbf597fc7,
	0xc6e00bf3,
	0xd5a79147,
	0x06ca6351,
	0x14292967,
	0x27b70a85,
	0x2e1b2138,
	0x4d2c6dfc,
	0x53380d13,
	0x650a7354,
	0x766a0abb,
	0x81c2c92e,
	0x92722c85,
	0xa2bfe8a1,
	0xa81a664b,
	0xc24b8b70,
	0xc76c51a3,
	0xd192e819,
	0xd6990624,
	0xf40e3585,
	0x106aa070,
	0x19a4c116,
	0x1e376c08,
	0x2748774c,
	0x34b0bcb5,
	0x391c0cb3,
	0x4ed8aa4a,
	0x5b9cca4f,
	0x682e6ff3,
	0x748f82ee,
	0x78a5636f,
	0x84c87814,
	0x8cc70208,
	0x90befffa,
	0xa4506ceb,
	0xbef9a3f7,
	0xc67178f2,
);

/** Fractional parts of the square roots of the first eight primes: FIPS 180-4, 5.3.3. */
const INITIAL_STATE = [
	0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c,
	0x1f83d9ab, 0x5be0cd19,
] as const;

const rotate = (word: number, bits: number) =>
	(word >>> bits) | (word << (32 - bits));

/**
 * SHA-256 over bytes that arrive in pieces: the same in Node and in a browser, and
 * at once, where Web Crypto only promises.
 *
 * Source: FIPS PUB 180-4.
 */
export class Sha256 {
	readonly #state = Uint32Array.from(INITIAL_STATE);
	readonly #words = new Uint32Array(64);
	readonly #pending = new Uint8Array(64);
	#length = 0;

	/** Takes the next bytes. */
	update(bytes: Uint8Array): this {
		let taken = 0;
		while (taken < bytes.length) {
			const held = this.#length % 64;
			const piece = bytes.subarray(taken, taken + 64 - held);
			this.#pending.set(piece, held);
			this.#length += piece.length;
			taken += piece.length;
			if (held + piece.length === 64) this.#compress();
		}
		return this;
	}

	/** The digest of all bytes taken, as 64 hexadecimal digits. Ends the hash: take no more. */
	hex(): string {
		this.#pad();
		return [...this.#state]
			.map((word) => word.toString(16).padStart(8, "0"))
			.join("");
	}

	/** A one, zeros to the end of a block, and the length in bits: FIPS 180-4, 5.1.1. */
	#pad(): void {
		const length = this.#length;
		const zeros = (119 - (length % 64)) % 64;
		const tail = new Uint8Array(1 + zeros + 8);
		tail[0] = 0x80;
		const bits = new DataView(tail.buffer);
		bits.setUint32(1 + zeros, Math.floor(length / 0x20000000));
		bits.setUint32(5 + zeros, (length << 3) >>> 0);
		this.update(tail);
	}

	/** One block of 64 bytes: FIPS 180-4, 6.2.2. */
	#compress(): void {
		const words = this.#schedule();
		const state = this.#state;
		let a = state[0]!;
		let b = state[1]!;
		let c = state[2]!;
		let d = state[3]!;
		let e = state[4]!;
		let f = state[5]!;
		let g = state[6]!;
		let h = state[7]!;
		for (let round = 0; round < 64; round++) {
			const choice = (e & f) ^ (~e & g);
			const majority = (a & b) ^ (a & c) ^ (b & c);
			const high = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
			const low = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
			const first =
				(h + high + choice + ROUND_CONSTANTS[round]! + words[round]!) | 0;
			h = g;
			g = f;
			f = e;
			e = (d + first) | 0;
			d = c;
			c = b;
			b = a;
			a = (first + low + majority) | 0;
		}
		state[0]! += a;
		state[1]! += b;
		state[2]! += c;
		state[3]! += d;
		state[4]! += e;
		state[5]! += f;
		state[6]! += g;
		state[7]! += h;
	}

	#schedule(): Uint32Array {
		const words = this.#words;
		const block = new DataView(this.#pending.buffer);
		for (let i = 0; i < 16; i++) words[i] = block.getUint32(4 * i);
		for (let i = 16; i < 64; i++) {
			const early = words[i - 15]!;
			const late = words[i - 2]!;
			const low = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
			const high = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
			words[i] = words[i - 16]! + low + words[i - 7]! + high;
		}
		return words;
	}
}

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits. */
export function sha256OfText(text: string): string {
	return new Sha256().update(new TextEncoder().encode(text)).hex();
}
