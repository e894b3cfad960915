/** What Skein's designers mix into the key so that a zero key is no weak one. */
const PARITY = 0x1bd11bda;
/** Rotation distances of Threefry-4x32, one pair a round, period eight. */
const ROTATION_A = [10, 11, 13, 23, 6, 17, 25, 18] as const;
const ROTATION_B = [26, 21, 27, 5, 20, 11, 10, 20] as const;
const ROUNDS = 20;

function rotated(x: number, distance: number): number {
	return (x << distance) | (x >>> (32 - distance));
}

/** Key of five words: four given, the fifth their parity. */
export function expandKey(key: Int32Array): void {
	key[4] = PARITY ^ key[0]! ^ key[1]! ^ key[2]! ^ key[3]!;
}

/**
 * Threefry-4x32 with 20 rounds: turns a counter of four words into four random
 * words, in place, under an expanded key. A bijection of counters for each key.
 *
 * Source: Salmon, Moraes, Dror, Shaw (2011), Parallel random numbers: as easy
 * as 1, 2, 3, SC'11; known answers of Random123 1.09.
 */
export function threefry(counter: Int32Array, key: Int32Array): void {
	let a = (counter[0]! + key[0]!) | 0;
	let b = (counter[1]! + key[1]!) | 0;
	let c = (counter[2]! + key[2]!) | 0;
	let d = (counter[3]! + key[3]!) | 0;
	for (let round = 0; round < ROUNDS; round += 1) {
		const left = ROTATION_A[round & 7]!;
		const right = ROTATION_B[round & 7]!;
		if ((round & 1) === 0) {
			a = (a + b) | 0;
			b = rotated(b, left) ^ a;
			c = (c + d) | 0;
			d = rotated(d, right) ^ c;
		} else {
			a = (a + d) | 0;
			d = rotated(d, left) ^ a;
			c = (c + b) | 0;
			b = rotated(b, right) ^ c;
		}
		if ((round & 3) === 3) {
			const turn = (round + 1) >> 2;
			a = (a + key[turn % 5]!) | 0;
			b = (b + key[(turn + 1) % 5]!) | 0;
			c = (c + key[(turn + 2) % 5]!) | 0;
			d = (d + key[(turn + 3) % 5]! + turn) | 0;
		}
	}
	counter[0] = a;
	counter[1] = b;
	counter[2] = c;
	counter[3] = d;
}
